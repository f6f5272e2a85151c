import { type Decimal, type Diagnostic, decimalOf, type TextPlace } from '../base/index.js'
import { endsOfValue, findAnywhere } from '../casebook/index.js'
import type { Casebook, CasebookRecord, Claim, ClaimValue, FieldValue } from '../casebook/types.js'
import {
  digitsOf,
  type Figure,
  formatDate,
  formatQuantity,
  type Language,
  type LocalText,
  phrase,
  textIn,
  typeset,
} from '../locale/index.js'
import type { Bound, Status } from '../vocabulary/index.js'
import { convertDecimal, type Unit } from '../vocabulary/index.js'

/** What every builder needs besides its records. */
export interface BuildOptions {
  /** Resolves references and terms; without it ids and keys are printed as they are. */
  casebook?: Casebook
  /** Where in a template the figure is asked for; a record's own place goes before it. */
  at?: TextPlace
}

/** A figure out of a record, in the unit of the picture. */
export interface Amount {
  low: number
  high: number
  /** The digits of both, where they say more than the numbers. */
  written?: readonly [low: Decimal, high: Decimal]
  bound?: Bound
}

/** Where a datum comes from; carried through to the table. */
export interface Provenance {
  status: Status
  sources: string[]
}

/** What a record is called, in the document's language. */
export function labelOf(record: CasebookRecord, language: Language): string {
  for (const field of ['name', 'event', 'statement', 'title', 'topic', 'text', 'speaker']) {
    const found = record.fields[field]
    // A claim that nothing is known of still says in words what it is about.
    const words =
      found?.kind === 'claim' ? wordsOfValue(found.claim.value, language) : wordsOf(found, language)
    if (words[0]) return words[0]
  }
  return record.id
}

/** What a field says, as plain words: one for each item of a list. Nothing for figures and unknown claims. */
export function wordsOf(field: FieldValue | undefined, language: Language, casebook?: Casebook): string[] {
  if (!field) return []
  const term = (key: string) => prose(casebook?.terms[key] ?? key, language)
  const name = (id: string) => {
    const record = casebook && findAnywhere(casebook, id)
    return record ? labelOf(record, language) : id
  }
  switch (field.kind) {
    case 'text':
      return [prose(field.text, language)]
    case 'texts':
      return field.texts.map((text) => prose(text, language))
    case 'term':
      return [term(field.term)]
    case 'terms':
      return field.terms.map(term)
    case 'reference':
      return [name(field.id)]
    case 'references':
      return field.ids.map(name)
    case 'date':
      return [formatDate(field.date, language)]
    case 'claim':
      return field.claim.status === 'unknown' ? [] : wordsOfValue(field.claim.value, language)
    default:
      return []
  }
}

function wordsOfValue(value: ClaimValue, language: Language): string[] {
  if (value.kind === 'text') return [prose(value.text, language)]
  if (value.kind === 'list') return value.items.map((item) => prose(item, language))
  if (value.kind === 'date') return [formatDate(value.date, language)]
  return []
}

export function prose(text: LocalText, language: Language): string {
  const words = textIn(text, language)
  return typeset(words, language)
}

export function claimIn(record: CasebookRecord, field: string): Claim | undefined {
  const found = record.fields[field]
  return found?.kind === 'claim' ? found.claim : undefined
}

export function claimsIn(record: CasebookRecord, field: string): Claim[] {
  const found = record.fields[field]
  if (found?.kind === 'claims') return found.claims
  return found?.kind === 'claim' ? [found.claim] : []
}

/**
 * The figure of a claim in `unit`: `undefined` where it has none, is unknown or not a figure, `mixed` where its
 * unit measures something else.
 */
export function amountOf(
  claim: Pick<Claim, 'value' | 'unit' | 'bound'> & { status?: Status },
  unit: Unit | undefined,
): Amount | 'mixed' | undefined {
  if (claim.status === 'unknown') return undefined
  const { value } = claim
  if (value.kind !== 'number' && value.kind !== 'range') return undefined
  const [low, high] = endsOfValue(value).map((digits) =>
    unit && claim.unit ? convertDecimal(digits, claim.unit, unit) : digits,
  )
  if (low === undefined || high === undefined || Boolean(unit) !== Boolean(claim.unit)) return 'mixed'
  const amount = { low: Number(low), high: Number(high), bound: claim.bound }
  const isExact = low === decimalOf(amount.low) && high === decimalOf(amount.high)
  return isExact ? amount : { ...amount, written: [low, high] }
}

/** `1,739 km`, `at least 6–8 days`; "not disclosed" where there is none. */
export function formatAmount(amount: Amount | undefined, unit: Unit | undefined, language: Language): string {
  if (!amount) return phrase('not-disclosed', language)
  return formatQuantity(endsOf(amount), unit, language, amount.bound ? { bound: amount.bound } : {})
}

/** Both ends of an amount, as they are printed. */
export function endsOf({ low, high, written }: Amount): readonly [low: Figure, high: Figure] {
  return written ?? [low, high]
}

/** From the lowest of several readings, one at least, to the highest. */
export function spanOf(readings: readonly Amount[]): Pick<Amount, 'low' | 'high' | 'written'> {
  const lowest = readings.reduce((one, other) => (other.low < one.low ? other : one))
  const highest = readings.reduce((one, other) => (other.high > one.high ? other : one))
  const written = [digitsOf(endsOf(lowest)[0]), digitsOf(endsOf(highest)[1])] as const
  return { low: lowest.low, high: highest.high, written }
}

export function fault(
  code: string,
  message: string,
  at: TextPlace | undefined,
  hints: string[] = [],
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  return { severity, code: `graphics/${code}`, message, hints, at }
}

export function emptyCollection(kind: string, at: TextPlace | undefined): Diagnostic {
  return fault('empty', `found no records for \`${kind}\``, at, [
    'choose other records, or print the figure only where there are some',
  ])
}

export function mixedUnits(
  one: Unit | undefined,
  other: Unit | undefined,
  label: string,
  at: TextPlace | undefined,
): Diagnostic {
  const name = (unit: Unit | undefined) => (unit ? `\`${unit}\`` : 'a figure without a unit')
  return fault('mixed-units', `found ${name(other)} for “${short(label)}” beside ${name(one)}`, at, [
    'draw figures that measure the same thing, or leave this record out',
  ])
}

/** A label as a message quotes it. */
export function short(label: string): string {
  return label.length > 60 ? `${label.slice(0, 59)}…` : label
}
