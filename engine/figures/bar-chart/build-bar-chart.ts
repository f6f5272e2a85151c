import { type Diagnostic, failure, type Outcome, settle } from '../../base/index.js'
import type { CasebookRecord, Claim, Share } from '../../casebook/types.js'
import { formatDateRange, type Language, phrase } from '../../locale/index.js'
import type { Unit } from '../../vocabulary/index.js'
import {
  type Amount,
  amountOf,
  type BuildOptions,
  claimsIn,
  emptyCollection,
  fault,
  formatAmount,
  labelOf,
  mixedUnits,
  prose,
  short,
} from '../reading.js'
import type { Bar, BarChartSpec } from './spec.js'

export interface BarChartOptions extends BuildOptions {
  /** Fields whose figures are drawn, of each record in turn: claims, lists of claims, or parts of a whole. */
  fields: string[]
  /** Figures are converted to it; the first figure's unit if left out. */
  unit?: Unit
  /** The largest first; in the order of the records if left out. */
  sort?: boolean
}

/** What a page holds. */
const mostBars = 40

/** One bar for each figure. A record without any of the fields is left out; a figure not known keeps its row. */
export function buildBarChart(
  records: readonly CasebookRecord[],
  options: BarChartOptions,
  language: Language,
): Outcome<BarChartSpec> {
  const diagnostics: Diagnostic[] = []
  const bars: Bar[] = []
  const periods = new Map<Bar, string>()
  let { unit } = options
  let hasUnit = unit !== undefined
  for (const record of records) {
    for (const field of options.fields) {
      const claims = claimsIn(record, field)
      for (const claim of claims) {
        const label = nameBar(record, field, claim, records, claims, options, language)
        if (claim.value.kind === 'shares') {
          if (!hasUnit) [unit, hasUnit] = ['percent', true]
          if (unit !== 'percent') diagnostics.push(mixedUnits(unit, 'percent', label, claim.at))
          else bars.push(...claim.value.shares.map((share) => barOfShare(share, claim, language)))
          continue
        }
        const figure = claim.value.kind === 'number' || claim.value.kind === 'range'
        if (figure && !hasUnit) [unit, hasUnit] = [claim.unit, true]
        const amount = amountOf(claim, unit)
        const others = (claim.alternatives ?? []).map((reading) => ({
          amount: amountOf(reading, unit),
          sources: reading.sources,
        }))
        if (amount === 'mixed' || others.some((other) => other.amount === 'mixed')) {
          diagnostics.push(mixedUnits(unit, claim.unit, label, claim.at))
          continue
        }
        if (amount && amount.low < 0) {
          diagnostics.push(negative(label, amount, unit, language, claim))
          continue
        }
        const known = others.filter((other): other is Bar['others'][number] => other.amount !== undefined)
        const bar: Bar = {
          label,
          amount,
          others: known,
          printed: printReadings(amount, known, unit, language),
          measure: claim.measure ? prose(claim.measure, language) : '',
          status: claim.status,
          sources: [...new Set([...claim.sources, ...known.flatMap(({ sources }) => sources)])],
        }
        bars.push(bar)
        if (amount) periods.set(bar, periodOf(claim, language))
      }
    }
  }
  if (bars.length === 0 && diagnostics.length === 0) return failure(emptyCollection('barChart', options.at))
  if (bars.length > 0 && bars.every(({ amount }) => !amount || amount.high === 0)) {
    diagnostics.push(
      fault('nothing-to-draw', 'no bar has a figure above zero', options.at, ['print a table instead']),
    )
  }
  if (bars.length > mostBars) {
    diagnostics.push(
      fault('too-many', `found ${bars.length} figures, and a bar chart holds ${mostBars}`, options.at, [
        'choose fewer records or fields, or print a table',
      ]),
    )
  }
  markDifferences(bars, periods)
  if (options.sort) bars.sort((one, other) => (other.amount?.high ?? -1) - (one.amount?.high ?? -1))
  return settle({ type: 'barChart', unit, bars }, diagnostics)
}

/** The years that a figure is of; nothing where none is said. */
function periodOf({ since, asOf }: Claim, language: Language): string {
  const [from, until] = [since?.slice(0, 4), asOf?.slice(0, 4)]
  if (!until) return ''
  return from && from !== until ? formatDateRange(from, until, language) : until
}

/** Bars that are of other years than their neighbours, or measure something else, say so in their labels. */
function markDifferences(bars: readonly Bar[], periods: ReadonlyMap<Bar, string>): void {
  const drawn = bars.filter((bar) => periods.has(bar))
  const hasPeriods = new Set(drawn.map((bar) => periods.get(bar))).size > 1
  const hasMeasures = new Set(drawn.map(({ measure }) => measure)).size > 1
  for (const bar of drawn) {
    const period = periods.get(bar)
    if (hasMeasures && bar.measure && !bar.label.includes(bar.measure)) bar.label += `, ${bar.measure}`
    if (hasPeriods && period && !bar.label.includes(period)) bar.label += ` (${period})`
  }
}

/** By record where there are several, by field where there are several of them, by both where need be. */
function nameBar(
  record: CasebookRecord,
  field: string,
  claim: Claim,
  records: readonly CasebookRecord[],
  claims: readonly Claim[],
  { fields, casebook }: BarChartOptions,
  language: Language,
): string {
  const definition = casebook?.schema[record.collection].find(({ name }) => name === field)
  const ofField = definition ? prose(definition.label, language) : field
  const ofClaim = claims.length > 1 && claim.measure ? prose(claim.measure, language) : ofField
  if (records.length === 1) return ofClaim
  const name = labelOf(record, language)
  return fields.length > 1 || claims.length > 1 ? `${name}, ${ofClaim}` : name
}

function barOfShare(share: Share, claim: Claim, language: Language): Bar {
  const { percent, written, bound } = share
  const amount: Amount | undefined =
    percent === undefined
      ? undefined
      : { low: percent, high: percent, ...(written && { written: [written, written] as const }), bound }
  return {
    label: prose(share.name, language),
    amount,
    others: [],
    printed: amount ? formatAmount(amount, 'percent', language) : phrase('not-published', language),
    measure: share.note ? prose(share.note, language) : '',
    status: amount ? claim.status : 'unknown',
    sources: claim.sources,
  }
}

function printReadings(
  amount: Amount | undefined,
  others: Bar['others'],
  unit: Unit | undefined,
  language: Language,
): string {
  const all = [amount, ...others.map((other) => other.amount)]
  return [...new Set(all.map((one) => formatAmount(one, unit, language)))].join(
    language === 'fr' ? ' ou ' : ' or ',
  )
}

function negative(
  label: string,
  amount: Amount,
  unit: Unit | undefined,
  language: Language,
  claim: Claim,
): Diagnostic {
  return fault(
    'negative',
    `“${short(label)}” has ${formatAmount(amount, unit, language)}, and a bar starts at zero`,
    claim.at,
    ['print a table instead, or leave this figure out'],
  )
}
