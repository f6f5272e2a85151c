import { type Diagnostic, failure, type Outcome, settle } from '../../base/index.js'
import type { CasebookRecord, Claim } from '../../casebook/types.js'
import type { DraftCell, DraftInline, DraftRow, DraftTable } from '../../document/index.js'
import { formatDateRange, formatRange, type Language, phrase, unitHeading } from '../../locale/index.js'
import type { Unit } from '../../vocabulary/index.js'
import { type Cite, statusMark } from '../description.js'
import {
  amountOf,
  type BuildOptions,
  claimsIn,
  emptyCollection,
  endsOf,
  formatAmount,
  labelOf,
  mixedUnits,
  prose,
} from '../reading.js'

export interface StatTableOptions extends BuildOptions {
  /**
   * Fields that make the rows. A name without its year stands for all its years: `output` for `output2023`,
   * `output2024` and `output2025`.
   */
  fields: string[]
  /** Figures are converted to it; each row keeps the unit of its first figure if left out. */
  unit?: Unit
}

/**
 * Figures with years as columns, a row for each record and field. The year is that of the claim's `asOf`; a claim
 * without one is in the column of figures without a year.
 */
export function buildStatTable(
  records: readonly CasebookRecord[],
  options: StatTableOptions,
  language: Language,
  cite?: Cite,
): Outcome<DraftTable> {
  const diagnostics: Diagnostic[] = []
  const found = records.flatMap((record) =>
    options.fields.flatMap((field) => {
      const claims = yearsOf(record, field)
      const first = claims.find((claim) => claim.unit)
      const unit = options.unit ?? first?.unit
      for (const claim of claims)
        if (isFigure(claim) && amountOf(claim, unit) === 'mixed')
          diagnostics.push(mixedUnits(unit, claim.unit, labelOf(record, language), claim.at))
      return claims.some(isFigure) ? [{ record, field, claims, unit }] : []
    }),
  )
  if (found.length === 0 && diagnostics.length === 0) return failure(emptyCollection('statTable', options.at))
  const years = [...new Set(found.flatMap(({ claims }) => claims.map(yearOf)))].sort()
  const units = new Set(found.map(({ unit }) => unit))
  const common = units.size === 1 ? found[0]?.unit : undefined
  const hasFields = options.fields.length > 1
  const rows = found.map(({ record, field, claims, unit }): DraftRow => {
    const parts = [
      ...(records.length > 1 || !hasFields ? [labelOf(record, language)] : []),
      ...(hasFields ? [nameField(record, field, options, language)] : []),
    ]
    const measure = measureOfRow(claims, language)
    const name =
      [...parts, ...(measure ? [measure] : [])].join(', ') +
      (units.size > 1 && unit ? ` (${unitHeading(unit, language)})` : '')
    const cells = years.map((year): DraftCell => {
      const own = claims.filter((one) => yearOf(one) === year)
      if (own.length === 0) return { content: [text('–')] }
      const content = own.flatMap((claim, index) => [
        ...(index > 0 ? [text('; ')] : []),
        ...printFigure(measure ? withoutMeasure(claim) : claim, unit, language, cite),
      ])
      return { content }
    })
    return { cells: [{ content: [text(name)], isRowHead: true }, ...cells], from: record.at }
  })
  const head: DraftCell[] = [
    { content: [text(common ? unitHeading(common, language) : '')] },
    ...years.map((year): DraftCell => ({ content: [text(year || phrase('no-date', language))] })),
  ]
  return settle(
    {
      type: 'table',
      columns: [{ alignment: 'left' }, ...years.map(() => ({ alignment: 'decimal' as const }))],
      head: [head],
      rows,
    },
    diagnostics,
  )
}

/** The claims of a field, and of those that are called like it with a year at the end. */
function yearsOf(record: CasebookRecord, field: string): Claim[] {
  return Object.keys(record.fields)
    .filter(
      (name) => name === field || (name.startsWith(field) && /^_?\d{4}$/.test(name.slice(field.length))),
    )
    .flatMap((name) => claimsIn(record, name))
}

function isFigure(claim: Claim): boolean {
  return claim.value.kind === 'number' || claim.value.kind === 'range' || claim.status === 'unknown'
}

/** Of a period, the year it ends in. */
function yearOf({ asOf }: Claim): string {
  return asOf?.slice(0, 4) ?? ''
}

function printFigure(
  claim: Claim,
  unit: Unit | undefined,
  language: Language,
  cite: Cite | undefined,
): DraftInline[] {
  const readings = [
    claim,
    ...(claim.alternatives ?? []).map((reading) => ({ ...reading, status: claim.status })),
  ]
  const seen = new Set<string>()
  const printed = readings.flatMap((reading): DraftInline[] => {
    const figure = wordsOfReading(reading, unit, language)
    if (figure === undefined || seen.has(figure)) return []
    seen.add(figure)
    const isFirst = seen.size === 1
    return [
      text(isFirst ? figure : ` ${language === 'fr' ? 'ou' : 'or'} ${figure}`),
      ...(cite && reading.sources.length > 0 ? [cite(reading.sources)] : []),
    ]
  })
  const isDisputed = seen.size > 1 && claim.status !== 'disputed'
  return [
    ...printed,
    ...statusMark(claim.status, language),
    ...(isDisputed ? statusMark('disputed', language) : []),
  ]
}

/** What all figures of a row measure, which its head says once. */
function measureOfRow(claims: readonly Claim[], language: Language): string | undefined {
  const known = claims.filter(({ status }) => status !== 'unknown')
  const measures = new Set(known.map(({ measure }) => (measure ? prose(measure, language) : '')))
  const [only] = measures
  return measures.size === 1 ? only || undefined : undefined
}

function withoutMeasure({ measure: _, ...claim }: Claim): Claim {
  return claim
}

/** A figure with what it measures and the period that it is of, where that is more than the year of its column. */
function wordsOfReading(
  reading: Pick<Claim, 'value' | 'unit' | 'bound' | 'measure' | 'since' | 'asOf' | 'status'>,
  unit: Unit | undefined,
  language: Language,
): string | undefined {
  const amount = amountOf(reading, unit)
  if (amount === 'mixed') return undefined
  const figure =
    amount && !amount.bound
      ? formatRange(...endsOf(amount), language)
      : formatAmount(amount, amount ? undefined : unit, language)
  const { measure, since, asOf } = reading
  const period = since && asOf ? ` (${formatDateRange(since, asOf, language)})` : ''
  return figure + (measure ? ` ${prose(measure, language)}` : '') + period
}

/** The field's label without the year that its columns give. */
function nameField(
  record: CasebookRecord,
  field: string,
  { casebook }: StatTableOptions,
  language: Language,
): string {
  const definition = casebook?.schema[record.collection].find(
    ({ name }) => name === field || (name.startsWith(field) && /^_?\d{4}$/.test(name.slice(field.length))),
  )
  return definition ? prose(definition.label, language).replace(/,? \d{4}$/, '') : field
}

function text(words: string): DraftInline {
  return { type: 'text', text: words }
}
