/** Every kind of file that cases are changes of, and how often each is taken. */
import { below } from '../mutate/chance.js'
import { changeText } from '../mutate/change-text.js'
import { changeYaml } from '../mutate/change-yaml.js'
import type { Kind } from './kind.js'
import { pack } from './pack.js'
import { pdf } from './pdf.js'
import { template } from './template.js'
import { theme } from './theme.js'
import { type ChangeFile, workspaceKind } from './workspace-kind.js'

const changeRecords: ChangeFile = (text, random, others) =>
  (below(random, 4) ? changeYaml : changeText)(text, random, others)

const casebook = workspaceKind('casebook/', '.yaml', changeRecords)
const brief = workspaceKind('briefs/', '.yaml', changeRecords)

export const kinds = { casebook, template, brief, theme, pack, pdf } satisfies Record<string, Kind>
export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as KindName[]

/** How many of twenty cases are of each: more of what takes little and says much. */
const shares = { casebook: 4, template: 5, brief: 6, theme: 2, pack: 2, pdf: 1 } satisfies Record<
  KindName,
  number
>
const order = kindNames.flatMap((kind) => Array.from({ length: shares[kind] }, () => kind))

/** The kind of a case, which its seed says, unless it is among some that are asked for. */
export function kindOf(seed: number, asked: readonly KindName[]): KindName {
  const among = order.filter((kind) => asked.includes(kind))
  return among[seed % among.length] as KindName
}
