import * as z from 'zod'
import { briefShape } from '../../engine/brief/parse-brief.js'
import { collectionNames } from '../../engine/casebook/index.js'
import { frontMatterShape } from '../../engine/template/parse/front-matter.js'
import { themeShape } from '../../engine/theme/parse-theme.js'
import { collectionShape, headerShape } from './casebook-shapes.js'

/** The schemas of all kinds of files, by the name of their own file. */
export function schemaFiles(): Map<string, string> {
  const shapes: [name: string, shape: z.ZodType][] = [
    ...collectionNames.map((name): [string, z.ZodType] => [name, collectionShape(name)]),
    ['casebook', headerShape],
    ['brief', briefShape],
    ['theme', themeShape],
    ['template', frontMatterShape],
  ]
  return new Map(shapes.map(([name, shape]) => [`${name}.schema.json`, schemaText(shape)]))
}

/** Draft 7 is what every editor knows. What only the program can check, such as whether a day is in the calendar, is left to it. */
function schemaText(shape: z.ZodType): string {
  const schema = z.toJSONSchema(shape, { target: 'draft-7', io: 'input', unrepresentable: 'any' })
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
