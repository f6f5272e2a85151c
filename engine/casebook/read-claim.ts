import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import * as z from 'zod'
import { type Decimal, decimalOf, digitsOfDouble, readDecimal, shortened } from '../base/index.js'
import { firstDay, formatNumber, isBadDate, isDate, type LocalText, lastDay } from '../locale/index.js'
import {
  type Bound,
  bounds,
  dimensionOf,
  sameDimension,
  statuses,
  type Unit,
  units,
} from '../vocabulary/index.js'
import { fieldsOf, placeOf, plain, wordsFor } from '../yaml/index.js'
import {
  knownFields,
  note,
  noteCut,
  type Reading,
  readChoice,
  readDate,
  readList,
  readReference,
  readText,
  readWith,
  report,
} from './reading.js'
import type { Alternative, Claim, ClaimValue, Share } from './types.js'

/** What a figure is written with: a claim, or one reading of it. */
export const figureFields = ['value', 'unit', 'bound', 'measure', 'sources', 'note'] as const
/** What a claim is written with. */
export const claimFields = [...figureFields, 'asOf', 'status', 'derived', 'keep', 'alternatives'] as const

/** A figure with its unit, and the prose around it: what a claim and one reading of it have in common. */
type Figure = Omit<Alternative, 'value'> & { value: ClaimValue | undefined }

/**
 * Reads one claim. `name` is how messages call it.
 * `undefined` when it has no value to speak of; what is wrong stands in `reading` in either case.
 */
export function readClaim(node: Node | null, name: string, reading: Reading): Claim | undefined {
  if (!isMap(node)) {
    report(
      reading,
      'wrong-type',
      node,
      `found ${wordsFor(node)} for \`${name}\`, expected a claim`,
      'write `{ value: …, status: …, sources: […] }`',
    )
    return undefined
  }
  const fields = knownFields(node, claimFields, 'a claim', reading)
  const figure = readFigure(fields, node, name, reading)
  const status = fields.has('status')
    ? readChoice(
        fields.get('status') ?? null,
        statuses,
        { code: 'unknown-status', one: 'a status', many: 'statuses' },
        reading,
      )
    : missing('status', node, name, reading)
  const period = fields.has('asOf') ? readPeriod(fields.get('asOf') ?? null, reading) : undefined
  const derived = readFlag(fields, 'derived', reading)
  const keep = readFlag(fields, 'keep', reading)
  const alternatives = fields.has('alternatives')
    ? readList(fields.get('alternatives') ?? null, reading, 'a list of readings', (item) =>
        readAlternative(item, name, figure, reading),
      )
    : undefined
  if (figure.sources.length === 0 && status !== 'unknown' && !brokenSources(fields.get('sources')))
    note(
      reading,
      'unsourced-claim',
      node,
      `\`${name}\` has no source; every claim that is not \`unknown\` needs at least one`,
      ['add `sources: [id of a source]`', 'or say `status: unknown`'],
    )
  if (!figure.value || !status) return undefined
  return {
    value: figure.value,
    ...optional({ unit: figure.unit, bound: figure.bound, measure: figure.measure }),
    ...optional(period ?? {}),
    status,
    sources: figure.sources,
    ...optional({ note: figure.note, derived, keep, alternatives }),
    at: placeOf(reading.file, node),
  }
}

function readFlag(fields: Map<string, Node | null>, name: string, reading: Reading): boolean | undefined {
  if (!fields.has(name)) return undefined
  return readWith(z.boolean({ error: '`true` or `false`' }), fields.get(name) ?? null, reading)
}

function readAlternative(
  node: Node | null,
  name: string,
  own: Figure,
  reading: Reading,
): Alternative | undefined {
  if (!isMap(node)) {
    report(
      reading,
      'wrong-type',
      node,
      `found ${wordsFor(node)}, expected a reading`,
      'write `{ value: …, sources: […] }`',
    )
    return undefined
  }
  const fields = knownFields(node, figureFields, 'an alternative', reading)
  const figure = readFigure(fields, node, name, reading)
  if (figure.sources.length === 0 && !brokenSources(fields.get('sources')))
    note(
      reading,
      'unsourced-claim',
      node,
      `a reading of \`${name}\` has no source; each reading names those that give it`,
      ['add `sources: [id of a source]`'],
    )
  if (!figure.value) return undefined
  if (figure.unit && own.unit && !sameDimension(figure.unit, own.unit))
    report(
      reading,
      'unit-mix',
      fields.get('unit') ?? node,
      `found \`${figure.unit}\` (${dimensionOf(figure.unit)}), but \`${name}\` is in \`${own.unit}\` (${dimensionOf(own.unit)})`,
      `give the reading in a unit of ${dimensionOf(own.unit)}`,
      'or make it a claim of its own',
    )
  // A reading that names no unit is in the claim's own.
  const unit = figure.unit ?? (takesUnit(figure.value) && !fields.has('unit') ? own.unit : undefined)
  return {
    value: figure.value,
    ...optional({ unit, bound: figure.bound, measure: figure.measure }),
    sources: figure.sources,
    ...optional({ note: figure.note }),
  }
}

function readFigure(fields: Map<string, Node | null>, node: Node, name: string, reading: Reading): Figure {
  const value = fields.has('value')
    ? readValue(fields.get('value') ?? null, name, reading)
    : missing('value', node, name, reading)
  const unit = fields.has('unit')
    ? readChoice(
        fields.get('unit') ?? null,
        units,
        { code: 'unknown-unit', one: 'a unit', many: 'units' },
        reading,
      )
    : undefined
  const bound = readBound(fields, reading)
  if (value) noteNumbers(fields.get('value') ?? null, value, unit !== undefined, reading)
  if (value && unit) checkUnitFits(value, unit, fields.get('unit') ?? null, name, reading)
  return {
    value,
    ...optional({
      unit,
      bound,
      measure: fields.has('measure') ? readText(fields.get('measure') ?? null, reading) : undefined,
      note: fields.has('note') ? readText(fields.get('note') ?? null, reading) : undefined,
    }),
    sources: fields.has('sources')
      ? (readList(fields.get('sources') ?? null, reading, 'a list of source ids', (item) =>
          readReference(item, 'sources', reading),
        ) ?? [])
      : [],
  }
}

/**
 * The value, by what is written: a number, `[low, high]`, `2026-02-03`, `{ latitude, longitude }`, a list of
 * `{ name, percent }`, a list of texts, `true`, or text. A year alone is a date only between quotation marks.
 */
function readValue(node: Node | null, name: string, reading: Reading): ClaimValue | undefined {
  if (isSeq(node)) return readListValue(node.items as Node[], node, name, reading)
  if (isMap(node)) {
    if (node.has('en') || node.has('fr'))
      return wrap(readText(node, reading), (text) => ({ kind: 'text', text }))
    return wrap(readWith(placeSchema, node, reading), (place) => ({
      kind: 'place',
      ...place,
      ...writtenPair(node.get('latitude', true), node.get('longitude', true)),
    }))
  }
  const value = plain(node)
  if (typeof value === 'number' && Number.isFinite(value))
    return { kind: 'number', number: value, ...optional({ written: writtenOf(node) }) }
  if (typeof value === 'boolean') return { kind: 'flag', flag: value }
  if (typeof value === 'string' && (isDate(value) || isBadDate(value)))
    return wrap(readDate(node, reading), (date) => ({ kind: 'date', date }))
  if (typeof value === 'string' && value.trim() !== '') {
    noteCut(node, reading)
    return { kind: 'text', text: value }
  }
  report(
    reading,
    'wrong-type',
    node,
    `found ${wordsFor(node)} for the value of \`${name}\`, expected a number, text, date, range, place or list`,
    'write what is known; if nothing is, say so in words with `status: unknown`',
  )
  return undefined
}

function readListValue(items: Node[], node: Node, name: string, reading: Reading): ClaimValue | undefined {
  const numbers = items.filter((item) => isScalar(item) && typeof item.value === 'number')
  if (items.length > 0 && numbers.length === items.length) {
    const range = readWith(rangeSchema, node, reading, 'bad-range')
    return wrap(range, ([low, high]) => ({ kind: 'range', low, high, ...writtenPair(...items) }))
  }
  if (numbers.length > 0 || items.length === 0) {
    report(
      reading,
      items.length === 0 ? 'wrong-type' : 'unit-mix',
      items.find((item) => !numbers.includes(item)) ?? node,
      items.length === 0
        ? `found an empty list for the value of \`${name}\`, expected at least one item`
        : `found ${wordsFor(items.find((item) => !numbers.includes(item)) ?? null)} among the numbers of \`${name}\`, expected \`[low, high]\` in one unit`,
      'write both ends as bare numbers and the unit under `unit`',
    )
    return undefined
  }
  if (items.every((item) => isMap(item) && item.has('name'))) {
    const shares = items.map((item) => readShare(item, reading)).filter((share) => share !== undefined)
    return { kind: 'shares', shares }
  }
  const texts = items.map((item) => readText(item, reading)).filter((text) => text !== undefined)
  return { kind: 'list', items: texts }
}

function readShare(node: Node, reading: Reading): Share | undefined {
  if (!isMap(node)) return undefined
  const fields = knownFields(node, ['name', 'percent', 'bound', 'note'], 'a share', reading)
  const name = readText(fields.get('name') ?? null, reading)
  const percent = fields.has('percent')
    ? readWith(percentSchema, fields.get('percent') ?? null, reading)
    : undefined
  const bound = readBound(fields, reading)
  const note: LocalText | undefined = fields.has('note')
    ? readText(fields.get('note') ?? null, reading)
    : undefined
  const written = percent === undefined ? undefined : writtenOf(fields.get('percent'))
  return name === undefined ? undefined : { name, ...optional({ percent, written, bound, note }) }
}

/** Notes of each number of a value that it is read or printed otherwise than it is written. */
function noteNumbers(node: Node | null, value: ClaimValue, hasUnit: boolean, reading: Reading): void {
  const isFigure = value.kind === 'number' || value.kind === 'range'
  for (const one of numbersIn(node)) {
    const written = one.source ?? String(one.value)
    const words = numberInWords(written, Number(one.value), isFigure && !hasUnit)
    if (words) note(reading, 'number-as-written', one, words.message, words.hints)
  }
}

function numbersIn(node: Node | null): Scalar[] {
  if (isScalar(node)) return typeof node.value === 'number' ? [node] : []
  if (isMap(node)) return fieldsOf(node).flatMap((field) => numbersIn(field.node))
  return isSeq(node) ? (node.items as Node[]).flatMap(numbersIn) : []
}

/** What is to be said of a number that is not written as it will be printed. */
function numberInWords(
  written: string,
  value: number,
  mayBeYear: boolean,
): { message: string; hints: string[] } | undefined {
  const digits = formatNumber(readDecimal(written) ?? value, 'en')
  const asText = 'put it between quotation marks to have it printed as it is'
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(written))
    return {
      message: `found \`${shortened(written)}\`, which is printed as ${digits}`,
      hints: [asText, 'or write out the number in digits'],
    }
  if (mayBeYear && /^(19|20)\d\d$/.test(written))
    return {
      message: `found \`${written}\` without a unit, which is printed as ${digits}`,
      hints: [`for the year write \`"${written}"\``, 'for a number of things say `unit: count`'],
    }
  if (written.replace(/\D|^[-0.]+/g, '').length > digitsOfDouble)
    return {
      message: `found ${written.replace(/\D/g, '').length} digits, of which only ${digitsOfDouble} are sure to count in order and figures`,
      hints: [asText, 'or round the number'],
    }
  return undefined
}

/** The digits of a number where they say more than it does. */
function writtenOf(node: unknown): Decimal | undefined {
  if (!isScalar(node) || typeof node.value !== 'number' || node.source === undefined) return undefined
  const digits = readDecimal(node.source)
  return digits === decimalOf(node.value) ? undefined : digits
}

function writtenPair(...nodes: unknown[]): { written?: [Decimal, Decimal] } {
  if (nodes.every((node) => writtenOf(node) === undefined)) return {}
  const [low, high] = nodes.map(
    (node) => writtenOf(node) ?? decimalOf(isScalar(node) ? Number(node.value) : Number.NaN),
  )
  return low === undefined || high === undefined ? {} : { written: [low, high] }
}

/** `asOf: 2026-02`, or a period `2021/2024`: its end is `asOf`, its beginning `since`. */
function readPeriod(node: Node | null, reading: Reading): Pick<Claim, 'asOf' | 'since'> | undefined {
  const [since, until, ...rest] =
    isScalar(node) && typeof node.value === 'string' ? node.value.split('/') : []
  if (
    since !== undefined &&
    until !== undefined &&
    rest.length === 0 &&
    isDate(since) &&
    isDate(until) &&
    firstDay(since) <= lastDay(until)
  )
    return { since, asOf: until }
  return wrap(readDate(node, reading), (asOf) => ({ asOf }))
}

function checkUnitFits(
  value: ClaimValue,
  unit: Unit,
  node: Node | null,
  name: string,
  reading: Reading,
): void {
  if (value.kind === 'place' && dimensionOf(unit) === 'angle') return
  if (value.kind === 'shares' && unit === 'percent') return
  if (value.kind === 'number' || value.kind === 'range') return
  report(
    reading,
    'unit-without-figure',
    node,
    `found the unit \`${unit}\` for \`${name}\`, whose value is no figure but a ${value.kind}`,
    takesUnit(value) ? 'leave the unit out' : 'leave the unit out, or write the value as a bare number',
  )
}

function takesUnit(value: ClaimValue): boolean {
  return value.kind === 'number' || value.kind === 'range'
}

/** Sources that were given but could not be read are a fault of their own; one is enough. */
function brokenSources(node: Node | null | undefined): boolean {
  return (
    node !== undefined && node !== null && !(isSeq(node) && node.items.length === 0) && plain(node) !== null
  )
}

function missing(field: string, node: Node, name: string, reading: Reading): undefined {
  report(reading, 'missing-field', node, `\`${name}\` has no \`${field}\``, `add \`${field}: …\``)
  return undefined
}

function wrap<T, U>(value: T | undefined, make: (value: T) => U): U | undefined {
  return value === undefined ? undefined : make(value)
}

/** Without the entries that are not there, so that what is absent is absent in the JSON too. */
function optional<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as never
}

const placeSchema = z.strictObject({
  // Web Mercator, which the maps are drawn in, ends at 85.06 degrees.
  latitude: z
    .number({ error: 'degrees north, such as `-11.768`' })
    .min(-85.06, { error: 'a latitude from -85.06 to 85.06' })
    .max(85.06, { error: 'a latitude from -85.06 to 85.06' }),
  longitude: z
    .number({ error: 'degrees east, such as `27.229`' })
    .min(-180, { error: 'a longitude from -180 to 180' })
    .max(180, { error: 'a longitude from -180 to 180' }),
})

const rangeSchema = z
  .array(z.number())
  .refine((ends) => ends.length === 2 && (ends[0] as number) <= (ends[1] as number), {
    error: 'two ends, the lower first: `[240000, 290000]`',
  })
  .transform((ends) => [ends[0], ends[1]] as [number, number])

const percentSchema = z
  .number({ error: 'a number of percent' })
  .min(0, { error: 'a percentage from 0 to 100' })
  .max(100, { error: 'a percentage from 0 to 100' })

function readBound(fields: ReturnType<typeof knownFields>, reading: Reading): Bound | undefined {
  if (!fields.has('bound')) return undefined
  const words = { code: 'unknown-bound', one: 'a bound', many: 'bounds' }
  return readChoice(fields.get('bound') ?? null, bounds, words, reading)
}
