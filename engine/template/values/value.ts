import { unreachable } from '../../base/index.js'
import type { RecordField } from '../../casebook/index.js'
import type { CasebookRecord, Claim } from '../../casebook/types.js'
import type { DraftInline } from '../../document/index.js'
import type { LocalText, PartialDate } from '../../locale/index.js'
import type { Status } from '../../vocabulary/index.js'

/**
 * What an expression in a template stands for while it runs.
 *
 * Data keep their type until they are printed, so that a claim cannot lose its sources on the way through a
 * helper, and so that nothing but `printValue` decides how they are written.
 */
export type Value = undefined | string | number | boolean | Value[] | Thing

export type Thing =
  | { type: 'record'; record: CasebookRecord }
  | { type: 'claim'; claim: Claim }
  /** `of` says which text of a record it is, if it is one. */
  | { type: 'text'; text: LocalText; of?: RecordField }
  | { type: 'date'; date: PartialDate }
  | { type: 'term'; term: string }
  | { type: 'status'; status: Status }
  /** Already set in type: what `show`, `date`, `list`… give. */
  | { type: 'printed'; inlines: DraftInline[] }
  /** Markdown with the marks of what was inserted into it: what a block helper gives. */
  | { type: 'markdown'; text: string }
  /** One group that `groupBy` made. */
  | { type: 'group'; key: Value; items: Value[] }
  /** The value of a claim without unit, sources and status: what `{{deal.stake.value}}` asks for. */
  | { type: 'bare'; claim: Claim }
  | Scope

/** Values by name: the top level, `brief`, `casebook`, and the arguments of a partial. */
export interface Scope {
  type: 'scope'
  /** How messages call it: `brief`. */
  name: string
  names: ReadonlyMap<string, Value>
  /** Where a name that is not here is looked up next. */
  outer?: Value
}

export function recordValue(record: CasebookRecord): Value {
  return { type: 'record', record }
}

export function isThing(value: Value): value is Thing {
  return typeof value === 'object' && !Array.isArray(value)
}

/** The records among `values`, in order. */
export function recordsIn(values: Value): CasebookRecord[] {
  const list = Array.isArray(values) ? values : [values]
  return list.flatMap((value) => (isThing(value) && value.type === 'record' ? [value.record] : []))
}

/** What `if`, `and`, `or` and `not` take for true: nothing, no items, an empty text, 0 and a claim of `false` are not. */
export function isTruthy(value: Value): boolean {
  if (value === undefined || value === false || value === '' || value === 0) return false
  if (Array.isArray(value)) return value.length > 0
  if (!isThing(value)) return true
  switch (value.type) {
    case 'claim':
      return !(value.claim.value.kind === 'flag' && !value.claim.value.flag)
    case 'group':
      return value.items.length > 0
    case 'printed':
      return value.inlines.length > 0
    case 'markdown':
      return value.text.trim() !== ''
    case 'record':
    case 'text':
    case 'date':
    case 'term':
    case 'status':
    case 'bare':
    case 'scope':
      return true
    default:
      return unreachable(value)
  }
}
