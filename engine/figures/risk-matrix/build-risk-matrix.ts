import { type Diagnostic, failure, type Outcome, settle } from '../../base/index.js'
import type { CasebookRecord, Claim } from '../../casebook/types.js'
import { formatNumber, type Language, phrase, statusLabels } from '../../locale/index.js'
import { statuses } from '../../vocabulary/index.js'
import { type BuildOptions, claimIn, emptyCollection, fault, labelOf, short, wordsOf } from '../reading.js'
import type { MatrixEntry, RiskMatrixSpec } from './spec.js'

export interface RiskMatrixOptions extends BuildOptions {
  /** The field that makes the rows of a counted matrix; `category` if left out. */
  category?: string
  /** The words of both ratings from least to most; ratings in figures need none. */
  scale?: string[]
}

/** What a page holds. */
const mostRows = 14
const mostColumns = 7

/**
 * Likelihood by impact, if every record rates both; else categories by status. Ratings are the casebook's: none is
 * made up where records have none.
 */
export function buildRiskMatrix(
  records: readonly CasebookRecord[],
  options: RiskMatrixOptions,
  language: Language,
): Outcome<RiskMatrixSpec> {
  if (records.length === 0) return failure(emptyCollection('riskMatrix', options.at))
  const isRated = records.every((record) => record.fields.likelihood && record.fields.impact)
  return isRated ? buildRated(records, options, language) : buildCounted(records, options, language)
}

function buildRated(
  records: readonly CasebookRecord[],
  options: RiskMatrixOptions,
  language: Language,
): Outcome<RiskMatrixSpec> {
  const diagnostics: Diagnostic[] = []
  const rated = records.map((record) => ({
    record,
    likelihood: ratingOf(record, 'likelihood', options, language),
    impact: ratingOf(record, 'impact', options, language),
  }))
  for (const { record, likelihood, impact } of rated)
    if (likelihood === undefined || impact === undefined)
      diagnostics.push(
        fault(
          'no-rating',
          `“${short(labelOf(record, language))}” has a likelihood or impact that cannot be put in order`,
          record.at,
          [
            options.scale
              ? `use one of: ${options.scale.join(', ')}`
              : 'give ratings as figures, or say the order of their words in `scale`',
          ],
        ),
      )
  const rows = levelsOf(rated.map(({ likelihood }) => likelihood)).reverse()
  const columns = levelsOf(rated.map(({ impact }) => impact))
  const name = (level: number) => options.scale?.[level] ?? formatNumber(level, language)
  const entries = rated.map(
    ({ record, likelihood = 0, impact = 0 }): MatrixEntry => ({
      label: labelOf(record, language),
      row: rows.indexOf(likelihood),
      column: columns.indexOf(impact),
      ...provenanceOf(record),
    }),
  )
  const spec: RiskMatrixSpec = {
    type: 'riskMatrix',
    kind: 'rated',
    rowTitle: phrase('likelihood', language),
    columnTitle: phrase('impact', language),
    rows: rows.map((level) => `${phrase('likelihood', language)} ${name(level)}`),
    columns: columns.map((level) => `${phrase('impact', language)} ${name(level)}`),
    entries,
  }
  return settle(spec, [...diagnostics, ...tooMany(rows.length, columns.length, options)])
}

function buildCounted(
  records: readonly CasebookRecord[],
  options: RiskMatrixOptions,
  language: Language,
): Outcome<RiskMatrixSpec> {
  const { category = 'category', casebook } = options
  const rows: string[] = []
  const sorted = records.map((record) => {
    const name = wordsOf(record.fields[category], language, casebook)[0] ?? '–'
    const row = rows.indexOf(name)
    return { record, row: row >= 0 ? row : rows.push(name) - 1, ...provenanceOf(record) }
  })
  // Surest first, as the key of status marks has them.
  const columns = statuses.filter((status) => sorted.some((one) => one.status === status))
  const diagnostics = tooMany(rows.length, columns.length, options)
  return settle(
    {
      type: 'riskMatrix',
      kind: 'counted',
      rowTitle: phrase('category', language),
      columnTitle: phrase('status', language),
      rows,
      columns: columns.map((status) => statusLabels[status][language]),
      entries: sorted.map(({ record, row, status, sources }) => ({
        label: labelOf(record, language),
        row,
        column: columns.indexOf(status),
        status,
        sources,
      })),
    } satisfies RiskMatrixSpec,
    diagnostics,
  )
}

function tooMany(rows: number, columns: number, { at }: RiskMatrixOptions): Diagnostic[] {
  if (rows <= mostRows && columns <= mostColumns) return []
  const limit = `${mostRows} by ${mostColumns}`
  return [
    fault('too-many', `found a matrix of ${rows} by ${columns}, and a page holds ${limit}`, at, [
      'choose fewer records, or a field with fewer values',
    ]),
  ]
}

/** A figure, or the place of a word in the scale. */
function ratingOf(
  record: CasebookRecord,
  field: string,
  { scale }: RiskMatrixOptions,
  language: Language,
): number | undefined {
  const claim = claimIn(record, field)
  if (claim?.value.kind === 'number' && Number.isFinite(claim.value.number)) return claim.value.number
  const found = record.fields[field]
  const words = [
    ...(found?.kind === 'term' ? [found.term] : []),
    ...wordsOf(found, language),
    ...wordsOf(found, 'en'),
  ]
  const place = words.map((word) => scale?.indexOf(word) ?? -1).find((index) => index >= 0)
  return place
}

function levelsOf(ratings: readonly (number | undefined)[]): number[] {
  return [...new Set(ratings.filter((rating) => rating !== undefined))].sort((one, other) => one - other)
}

function provenanceOf(record: CasebookRecord): Pick<Claim, 'status' | 'sources'> {
  const claim = claimIn(record, 'statement')
  const own = record.fields.status
  if (claim) return { status: claim.status, sources: claim.sources }
  return { status: own?.kind === 'status' ? own.status : 'confirmed', sources: [] }
}
