import { nearest } from '../../base/index.js'
import type { Claim } from '../../casebook/types.js'
import { type DraftInline, textOf } from '../../document/index.js'
import type { FigureSet } from '../../evidence/index.js'
import { textIn } from '../../locale/index.js'
import { isUnit, type Unit, units } from '../../vocabulary/index.js'
import { any, isThing, type Value, type ValueShape } from '../values/index.js'
import {
  inlinesAt,
  lookUpField,
  nameOf,
  type PrintStyle,
  piecesOf,
  printValue,
  reportError,
  type TemplateRun,
  takeStep,
} from '../writing/index.js'
import type { Call, Known } from './helper.js'

/** A value as plain text, for arguments that name something; empty where there is none. */
export function plainText(run: TemplateRun, value: Value): string {
  if (value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (isThing(value)) {
    if (value.type === 'record') return value.record.id
    if (value.type === 'term') return value.term
    if (value.type === 'status') return value.status
    if (value.type === 'date') return value.date
    if (value.type === 'text') return textIn(value.text, run.language)
    if (value.type === 'markdown') return textOf(inlinesOfText(run, value.text))
  }
  return textOf(printValue(run, value, undefined, { cite: false, status: false }))
}

/** The finished nodes of a short text that holds marks; what stands between them is plain. */
export function inlinesOfText(run: TemplateRun, text: string): DraftInline[] {
  return piecesOf(text.trim().replace(/\s+/g, ' ')).flatMap((piece): DraftInline[] => {
    if (piece.type === 'text') return [{ type: 'text', text: piece.text }]
    return piece.type === 'inline' ? inlinesAt(run.log, piece.index) : []
  })
}

export function namedText(call: Call, name: string): string | undefined {
  const value = call.named.get(name)
  return value === undefined ? undefined : plainText(call.run, value)
}

export function namedInlines(call: Call, name: string): DraftInline[] | undefined {
  const value = call.named.get(name)
  return value === undefined ? undefined : printValue(call.run, value, call.at)
}

export function namedNumber(call: Call, name: string): number | undefined {
  const value = call.named.get(name)
  if (value === undefined) return undefined
  const number = Number(value)
  if (Number.isFinite(number)) return number
  reportError(
    call.run,
    'template/argument',
    `found \`${plainText(call.run, value)}\` for \`${name}\`, expected a number`,
    call.at,
  )
  return undefined
}

/** `"50%"` or `0.5` → 0.5. */
export function namedShare(call: Call, name: string): number | undefined {
  const text = namedText(call, name)
  if (text === undefined) return undefined
  const share = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  if (share > 0 && share <= 1) return share
  reportError(
    call.run,
    'template/argument',
    `found \`${text}\` for \`${name}\`, expected a share of the width like \`50%\``,
    call.at,
  )
  return undefined
}

/** `a, b` → `['a', 'b']`. */
export function namedWords(call: Call, name: string): string[] | undefined {
  const text = namedText(call, name)
  return text === undefined ? undefined : text.split(',').map((word) => word.trim())
}

/** The one of `words` that is given for `name`; an error and the first of them for any other. */
export function namedChoice<T extends string>(call: Call, name: string, words: readonly [T, ...T[]]): T {
  const text = namedText(call, name)
  if (text === undefined) return words[0]
  const found = words.find((word) => word === text)
  if (found) return found
  reportError(
    call.run,
    'template/argument',
    `found \`${text}\` for \`${name}\`, expected ${words.map((word) => `\`${word}\``).join(' or ')}`,
    call.at,
  )
  return words[0]
}

/** `precision`, `unit`, `cite` and `status`, as `show` and its kin take them. */
export function printStyle(call: Call): PrintStyle {
  const style: PrintStyle = {}
  const precision = namedNumber(call, 'precision')
  if (precision !== undefined) style.precision = precision
  const unit = namedUnit(call)
  if (unit) style.unit = unit
  if (call.named.get('cite') === false) style.cite = false
  if (call.named.get('status') === false) style.status = false
  return style
}

export const printStyleNames = ['precision', 'unit', 'cite', 'status'] as const

export const printStyleKinds = { precision: 'number', unit: 'unit', cite: 'flag', status: 'flag' } as const

export function namedUnit(call: Call): Unit | undefined {
  const unit = namedText(call, 'unit')
  if (unit === undefined || isUnit(unit)) return unit
  reportUnknown(call, 'unit', unit, units)
  return undefined
}

/** What stands at a path like `stake.status` in `owner`; an error where a name on the way is unknown. */
export function valueAt(call: Call, owner: Value, path: string): Value {
  let value = owner
  for (const name of path.split('.')) {
    if (value === undefined) return undefined
    takeStep(call.run)
    const lookup = lookUpField(call.run, value, name)
    if (!lookup.found) {
      const guess = nearest(name, lookup.known)
      reportError(
        call.run,
        'template/unknown-field',
        `no field \`${name}\` in ${lookup.owner}`,
        call.at,
        guess ? [`did you mean \`${guess}\`?`] : [],
      )
      return undefined
    }
    value = lookup.value
  }
  return value
}

/** What two values are compared by: a number where there is one, else text; dates compare as text. */
export function comparable(run: TemplateRun, value: Value): string | number | boolean | undefined {
  if (
    value === undefined ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    typeof value === 'string'
  ) {
    return value
  }
  if (isThing(value) && (value.type === 'claim' || value.type === 'bare')) {
    const inner = value.claim.value
    if (inner.kind === 'number') return inner.number
    if (inner.kind === 'range') return inner.low
    if (inner.kind === 'flag') return inner.flag
    if (inner.kind === 'date') return inner.date
    if (inner.kind === 'text') return textIn(inner.text, run.language)
  }
  if (isThing(value) && value.type === 'group') return comparable(run, value.key)
  return plainText(run, isThing(value) && value.type === 'record' ? value : nameOf(value))
}

/** Order for sorting; what is missing comes last. */
export function compare(run: TemplateRun, one: Value, other: Value): number {
  const a = comparable(run, one)
  const b = comparable(run, other)
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [x, y] = [sortKey(String(a)), sortKey(String(b))]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Without accents and case, so that `Équateur` stands beside `Equity` on every system. */
function sortKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export function isEqual(run: TemplateRun, one: Value, other: Value): boolean {
  if (Array.isArray(one) && !Array.isArray(other)) return one.some((item) => isEqual(run, item, other))
  const a = comparable(run, one)
  const b = comparable(run, other)
  return a === b || (a !== undefined && b !== undefined && String(a) === String(b))
}

export function claimsAmong(values: readonly Value[]): Claim[] {
  return values.flatMap((value) => (isThing(value) && value.type === 'claim' ? [value.claim] : []))
}

/** Notes that figures stand beside each other, for the rules of evidence; `where` in the author's words. */
export function noteFigures(call: Call, claims: Claim[], where: FigureSet['where']): void {
  if (claims.length > 0) call.run.log.printed.figures.push({ claims, where, at: call.at })
}

export function listOf(value: Value): Value[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  return isThing(value) && value.type === 'group' ? value.items : [value]
}

/** What is known of a helper that gives some of the items of the list that it takes first. */
export function sameList({ shapes: [list] }: Known): ValueShape {
  return list?.type === 'list' ? list : any
}

/** Reports that there is nothing of that name, as the check does where the name is written out. */
export function reportUnknown(
  call: Call,
  what: 'collection' | 'record' | 'unit' | 'source' | 'phrase' | 'section',
  name: string,
  known: Iterable<string>,
  hints: string[] = [],
): void {
  const guess = nearest(name, known)
  const nearby = guess ? [`did you mean \`${guess}\`?`] : []
  reportError(call.run, `template/unknown-${what}`, `no ${what} \`${name}\``, call.at, [...nearby, ...hints])
}
