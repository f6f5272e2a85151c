import type { PartLibrary, SourceText } from '../parse/index.js'
import { isThing, type Value } from '../values/index.js'
import { type TemplateRun, takeStep, takeText, withoutMarks } from '../writing/index.js'
import { type Compiled, compile } from './compile.js'

export function partSource(part: { file: string; text: string; line: number }): SourceText {
  return { file: part.file, text: withoutMarks(part.text), line: part.line }
}

/** Compiled as they are first called; `@body` is the template within its layout. */
export function compilePartials(parts: PartLibrary, main: SourceText): Record<string, Compiled> {
  const body = compile(main, true)
  // The line end that Handlebars takes away after a tag that stands alone, so that what follows is not joined to it.
  const partials: Record<string, Compiled> = {
    '@body': ((context, options) => `${body(context, options)}\n`) as Compiled,
  }
  for (const [name, part] of parts.partials) {
    // Compiled as it is first called: one that no one calls may be broken.
    let template: Compiled | undefined
    partials[name] = ((context, options) => {
      template ??= compile(partSource(part), true)
      const run: TemplateRun = options?.data.run
      takeStep(run)
      return takeText(run, template(withArguments(context as Value, part.arguments), options))
    }) as Compiled
  }
  return partials
}

/** An argument that a partial may do without is nothing, and not the field of that name around it. */
function withArguments(context: Value, names: readonly string[]): Value {
  if (names.length === 0) return context
  const isGiven = isThing(context) && context.type === 'scope' && context.outer !== undefined
  const known = new Map<string, Value>([
    ...names.map((name) => [name, undefined] as const),
    ...(isGiven ? context.names : []),
  ])
  return { type: 'scope', name: 'this', names: known, outer: isGiven ? context.outer : context }
}
