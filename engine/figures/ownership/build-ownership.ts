import { type Diagnostic, failure, type Outcome, settle } from '../../base/index.js'
import { percentOf } from '../../casebook/index.js'
import type { CasebookRecord, Share } from '../../casebook/types.js'
import { formatNumber, formatQuantity, type Language, phrase } from '../../locale/index.js'
import { type BuildOptions, claimIn, emptyCollection, fault, labelOf, prose, short } from '../reading.js'
import type { Holding, OwnershipSpec, Part } from './spec.js'

export interface OwnershipOptions extends BuildOptions {
  /** The claim that lists the parts; `owners` if left out. */
  field?: string
}

/** Rounded percentages may add up to a little more than the whole. */
const rounding = 0.5

/** What a page holds. */
const mostHoldings = 16
const mostParts = 20

/** One bar for each record whose claim is parts of a whole; owners told in words stay out of the picture. */
export function buildOwnership(
  records: readonly CasebookRecord[],
  options: OwnershipOptions,
  language: Language,
): Outcome<OwnershipSpec> {
  const diagnostics: Diagnostic[] = []
  const holdings: Holding[] = []
  for (const record of records) {
    const claim = claimIn(record, options.field ?? 'owners')
    if (claim?.value.kind !== 'shares') continue
    const label = labelOf(record, language)
    const { shares } = claim.value
    const bad = shares.find(({ percent }) => percent !== undefined && percent <= 0)
    const sum = shares.reduce((total, { percent }) => total + (percent ?? 0), 0)
    if (bad) {
      const found = `${formatNumber(bad.percent ?? 0, language)}%`
      diagnostics.push(
        fault('not-positive', `a part of “${short(label)}” is ${found}, expected more than zero`, claim.at, [
          'leave the part out, or leave out its percentage where it is not published',
        ]),
      )
    } else if (sum > 100 + rounding) {
      diagnostics.push(
        fault(
          'over-whole',
          `the parts of “${short(label)}” add up to ${formatNumber(sum, language, 1)}%`,
          claim.at,
          ['check the percentages: together they are at most 100'],
        ),
      )
    } else if (shares.length > 0) {
      holdings.push({
        label,
        parts: shares.map((share) => partOf(share, language)),
        rest: Math.max(0, Math.round((100 - sum) * 1000) / 1000),
        status: claim.status,
        sources: claim.sources,
      })
    }
  }
  if (holdings.length > mostHoldings || holdings.some(({ parts }) => parts.length > mostParts)) {
    diagnostics.push(
      fault(
        'too-many',
        `found ${holdings.length} wholes of up to ${Math.max(...holdings.map(({ parts }) => parts.length))} parts, and a picture holds ${mostHoldings} of ${mostParts}`,
        options.at,
        ['choose fewer records, or print a table'],
      ),
    )
  }
  if (holdings.length === 0 && diagnostics.length === 0)
    return failure(emptyCollection('ownership', options.at))
  return settle({ type: 'ownership', holdings }, diagnostics)
}

function partOf(share: Share, language: Language): Part {
  const { percent, bound } = share
  const written = percentOf(share)
  return {
    name: prose(share.name, language),
    percent,
    bound,
    printed:
      written === undefined
        ? phrase('not-published', language)
        : formatQuantity(written, 'percent', language, { bound }),
    note: share.note ? prose(share.note, language) : '',
  }
}
