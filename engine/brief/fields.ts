import type { Brief } from './types.js'

/** What the value of a brief's field is. */
export type BriefFieldKind =
  | 'id'
  | 'language'
  | 'day'
  | 'line'
  | 'size'
  | 'flag'
  | 'watermark'
  | 'copy'
  | 'parameters'
  | 'narrative'

/** The fields of a brief in the order in which they are written; who lists them starts from here. */
export const briefFieldKinds = {
  template: 'id',
  language: 'language',
  asOf: 'day',
  issued: 'day',
  title: 'line',
  marking: 'line',
  caveat: 'line',
  reference: 'line',
  from: 'line',
  to: 'line',
  through: 'line',
  cc: 'line',
  contact: 'line',
  size: 'size',
  theme: 'id',
  dossier: 'flag',
  redacted: 'flag',
  watermark: 'watermark',
  copy: 'copy',
  parameters: 'parameters',
  narrative: 'narrative',
} as const satisfies Record<keyof Brief, BriefFieldKind>

export const briefFields = Object.keys(briefFieldKinds) as (keyof Brief)[]

type KindOf<Field extends keyof Brief> = (typeof briefFieldKinds)[Field]

/** The names of the fields of a kind. */
export type BriefFieldOf<Kind extends BriefFieldKind> = {
  [Field in keyof Required<Brief>]: KindOf<Field> extends Kind ? Field : never
}[keyof Brief]

/** A field that is one line of text. */
export type BriefLine = BriefFieldOf<'line'>

/** The fields of a kind, in the order in which they are written. */
export function briefFieldsOf<Kind extends BriefFieldKind>(kind: Kind): BriefFieldOf<Kind>[] {
  return briefFields.filter((field) => briefFieldKinds[field] === kind) as BriefFieldOf<Kind>[]
}

/** What stands for each field, from what stands for its kind. */
export function byField<Kinds extends Record<BriefFieldKind, unknown>>(
  kinds: Kinds,
): { [Field in keyof Required<Brief>]: Kinds[KindOf<Field>] } {
  return Object.fromEntries(briefFields.map((field) => [field, kinds[briefFieldKinds[field]]])) as never
}
