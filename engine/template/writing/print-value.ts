import { type Decimal, decimalOf, type TextPlace, unreachable } from '../../base/index.js'
import { endsOfValue, figureOf, percentOf } from '../../casebook/index.js'
import type { Alternative, Claim, ClaimValue, Share } from '../../casebook/types.js'
import type { DraftInline } from '../../document/index.js'
import { notePrintedText } from '../../evidence/index.js'
import {
  boundWords,
  formatDate,
  formatNumber,
  formatQuantity,
  type Language,
  type LocalText,
  listSeparators,
  narrowSpace,
  noBreakSpace,
  phrase,
  startedLarge,
  statusLabels,
  textIn,
} from '../../locale/index.js'
import { type Bound, convertDecimal, type Status, type Unit } from '../../vocabulary/index.js'
import { isThing, type Value } from '../values/index.js'
import { withoutMarks } from './marked-text.js'
import { citationOf, reportError, type TemplateRun } from './template-run.js'

export interface PrintStyle {
  precision?: number
  /** Converts figures; an error where the claim measures something else. */
  unit?: Unit
  /** Citation mark; on if left out. */
  cite?: boolean
  /** Status mark; on if left out. */
  status?: boolean
}

/** Any value as the reader sees it. Nothing at all prints a dash, so that a gap can be seen. */
export function printValue(
  run: TemplateRun,
  value: Value,
  at: TextPlace | undefined,
  style: PrintStyle = {},
): DraftInline[] {
  if (value === undefined) return [text('–', at)]
  if (typeof value === 'string') return [text(value, at)]
  if (typeof value === 'number') return [text(formatNumber(value, run.language, style.precision), at)]
  if (typeof value === 'boolean') return [text(phrase(value ? 'yes' : 'no', run.language), at)]
  if (Array.isArray(value))
    return printList(
      run,
      value.map((item) => printValue(run, item, at, style)),
    )
  switch (value.type) {
    case 'claim':
      return printClaim(run, value.claim, at, style)
    case 'bare':
      return printClaimValue(run, value.claim.value, {}, at)
    case 'record':
      return printValue(run, nameOf(value), value.record.at, style)
    case 'text':
      if (value.of && at) notePrintedText(run.log.printed, value.of, at)
      return printText(value.text, run.language, at)
    case 'date':
      return [text(formatDate(value.date, run.language), at)]
    case 'term':
      return printText(termIn(run, value.term), run.language, at)
    case 'status':
      return [text(statusLabels[value.status][run.language], at)]
    case 'printed':
      return value.inlines
    case 'group':
      return printValue(run, value.key, at, style)
    case 'scope': {
      const title = value.names.get('title')
      return title === undefined || title === value ? [text('–', at)] : printValue(run, title, at, style)
    }
    case 'markdown':
      return [text(withoutMarks(value.text), at)]
    default:
      return unreachable(value)
  }
}

/** The words for a key; the key itself where the casebook has none. */
function termIn(run: TemplateRun, key: string): LocalText {
  const { terms } = run.casebook
  return (Object.hasOwn(terms, key) ? terms[key] : undefined) ?? key
}

/** What a record is called: its name, or for records without one the statement that they are. */
export function nameOf(value: Value): Value {
  if (!isThing(value) || value.type !== 'record') return value
  const { collection, fields, id } = value.record
  for (const key of ['name', 'title', 'statement', 'publisher', 'event', 'topic', 'paraphrase', 'text']) {
    const field = fields[key]
    if (field?.kind === 'text') return { type: 'text', text: field.text, of: { collection, id, field: key } }
    if (field?.kind === 'claim') return { type: 'claim', claim: field.claim }
  }
  return id
}

/** Value with unit, then citation and, unless confirmed, status mark (T6). */
export function printClaim(
  run: TemplateRun,
  claim: Claim,
  at: TextPlace | undefined,
  style: PrintStyle = {},
): DraftInline[] {
  const cite = style.cite ?? true
  const hasStatus = style.status ?? true
  // Without a place it is read to be compared or to name something, and not printed.
  if (at) run.log.printed.claims.push({ claim, at, form: 'whole', hasCitation: cite, hasStatus })
  const readings = readingsOf(claim)
  const separators = listSeparators(readings.length, run.language, 'or')
  const inlines = readings.flatMap((reading, index) => [
    ...(separators[index] ? [text(separators[index], claim.at)] : []),
    ...printReading(run, { ...reading, status: claim.status }, claim.at, at, style),
    ...(cite && reading.sources.length > 0 ? [citationOf(run, reading.sources)] : []),
  ])
  if (hasStatus) inlines.push(...statusMarks(claim, run.language))
  return inlines
}

/**
 * What is printed side by side: the claim's own value, then the readings that differ from it.
 * Where two or more readings spell the own value out (40% of one thing, 40% of another), they stand for it.
 */
function readingsOf(claim: Claim): Pick<Alternative, 'value' | 'unit' | 'bound' | 'measure' | 'sources'>[] {
  const alternatives = claim.alternatives ?? []
  const repeatsOwn = (reading: Alternative): boolean =>
    reading.unit === claim.unit && JSON.stringify(reading.value) === JSON.stringify(claim.value)
  if (alternatives.length > 1 && alternatives.some(repeatsOwn)) return alternatives
  return [claim, ...alternatives.filter((reading) => !repeatsOwn(reading))]
}

/** The marks after a claim: its status unless confirmed, and that sources differ on it. */
export function statusMarks(claim: Claim, language: Language): DraftInline[] {
  const marks: Status[] = claim.status === 'confirmed' ? [] : [claim.status]
  if (claim.alternatives?.length && claim.status !== 'disputed') marks.push('disputed')
  return marks.map((status) => statusMark(status, language))
}

export function statusMark(status: Status, language: Language): DraftInline {
  return { type: 'status', status, label: statusLabels[status][language] }
}

function printReading(
  run: TemplateRun,
  reading: Pick<Alternative, 'value' | 'unit' | 'bound' | 'measure'> & { status: Status },
  from: TextPlace,
  at: TextPlace | undefined,
  style: PrintStyle,
): DraftInline[] {
  // An unknown claim that has words says what is not known; the rest has no value worth printing.
  if (reading.status === 'unknown' && (reading.value.kind !== 'text' || isBlank(reading.value.text))) {
    return [text(phrase('not-disclosed', run.language), from)]
  }
  let { value, unit } = reading
  if (style.unit && unit && style.unit !== unit) {
    const converted = convertValue(value, unit, style.unit)
    if (converted) [value, unit] = [converted, style.unit]
    else
      reportError(
        run,
        'template/unit-mix',
        `found \`${unit}\`, which cannot be given in \`${style.unit}\``,
        at ?? from,
      )
  }
  const inlines = printClaimValue(
    run,
    value,
    { unit, bound: reading.bound, precision: style.precision },
    from,
  )
  if (reading.measure) {
    inlines.push(text(' ', from), ...printText(reading.measure, run.language, from))
  }
  return inlines
}

function convertValue(value: ClaimValue, from: Unit, to: Unit): ClaimValue | undefined {
  if (value.kind !== 'number' && value.kind !== 'range') return undefined
  const [low, high] = endsOfValue(value).map((digits) => convertDecimal(digits, from, to))
  if (low === undefined || high === undefined) return undefined
  if (value.kind === 'number') return { kind: 'number', number: Number(low), written: low }
  return { kind: 'range', low: Number(low), high: Number(high), written: [low, high] }
}

function printClaimValue(
  run: TemplateRun,
  value: ClaimValue,
  style: { unit?: Unit; bound?: Bound; precision?: number },
  from: TextPlace | undefined,
): DraftInline[] {
  const { language } = run
  switch (value.kind) {
    case 'number':
    case 'range':
      return [text(formatQuantity(figureOf(value), style.unit, language, style), from)]
    case 'text':
      return printText(value.text, language, from)
    case 'date':
      return [text(bounded(formatDate(value.date, language), style.bound, language), from)]
    case 'place':
      return [text(formatPosition(value, language), from)]
    case 'list':
      return printList(
        run,
        value.items.map((item) => printText(item, language, from)),
      )
    case 'shares':
      return printList(
        run,
        value.shares.map((share) => printShare(share, language, from)),
      )
    case 'flag':
      return [text(phrase(value.flag ? 'yes' : 'no', language), from)]
    default:
      return unreachable(value)
  }
}

function printShare(share: Share, language: Language, from: TextPlace | undefined): DraftInline[] {
  const percent = percentOf(share)
  const amount =
    percent === undefined
      ? `(${phrase('not-published', language)})`
      : formatQuantity(percent, 'percent', language, share.bound ? { bound: share.bound } : {})
  return [
    ...printText(share.name, language, from),
    text(` ${amount}`, from),
    ...(share.note ? [text(' (', from), ...printText(share.note, language, from), text(')', from)] : []),
  ]
}

/** Text in the document's language; marked as foreign where it is only known to be in another one. */
export function printText(prose: LocalText, language: Language, from: TextPlace | undefined): DraftInline[] {
  const words = withoutMarks(textIn(prose, language))
  if (typeof prose === 'string' || prose[language] !== undefined) {
    return [text(words, from)]
  }
  const other: Language = language === 'fr' ? 'en' : 'fr'
  return [{ type: 'foreign', language: other, content: [text(words, from)] }]
}

/** `a, b and c` of finished items. */
export function printList(
  run: TemplateRun,
  items: DraftInline[][],
  joint: 'and' | 'or' = 'and',
): DraftInline[] {
  const separators = listSeparators(items.length, run.language, joint)
  return items.flatMap((item, index) => {
    const separator = separators[index]
    return separator ? [{ type: 'text' as const, text: separator }, ...item] : item
  })
}

/** `11.768° S, 27.229° E`. */
function formatPosition(
  { latitude, longitude, written }: Extract<ClaimValue, { kind: 'place' }>,
  language: Language,
): string {
  const west = language === 'fr' ? 'O' : 'W'
  const [northward, eastward] = written ?? [decimalOf(latitude), decimalOf(longitude)]
  const side = (angle: Decimal, positive: string, negative: string) =>
    `${formatNumber(angle.replace('-', ''), language)}°${narrowSpace}${Number(angle) < 0 ? negative : positive}`
  return `${side(northward, 'N', 'S')}, ${side(eastward, 'E', west)}`
}

function bounded(words: string, bound: Bound | undefined, language: Language): string {
  return bound ? `${boundWords[bound][language]}${noBreakSpace}${words}` : words
}

function isBlank(prose: LocalText): boolean {
  return textIn(prose, 'en').trim() === ''
}

function text(words: string, from: TextPlace | undefined): DraftInline {
  return { type: 'text', text: withoutMarks(words), from }
}

/** With a capital at the start. */
export function capitalised(inlines: DraftInline[]): DraftInline[] {
  const [first, ...rest] = inlines
  if (first?.type !== 'text') return inlines
  return [{ ...first, text: startedLarge(first.text) }, ...rest]
}
