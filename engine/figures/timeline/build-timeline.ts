import { type Diagnostic, failure, type Outcome, settle } from '../../base/index.js'
import { firstDay } from '../../casebook/index.js'
import type { CasebookRecord } from '../../casebook/types.js'
import type { Language, PartialDate } from '../../locale/index.js'
import { type BuildOptions, claimIn, emptyCollection, fault, labelOf, short } from '../reading.js'
import type { TimelineEvent, TimelineSpec } from './spec.js'

export interface TimelineOptions extends BuildOptions {
  /** The field that says when; `date` if left out. May be a claim of a date. */
  date?: string
}

/** The picture is as tall as its labels: more than this would not fit a page. */
export const mostEvents = 60

export function buildTimeline(
  records: readonly CasebookRecord[],
  options: TimelineOptions,
  language: Language,
): Outcome<TimelineSpec> {
  if (records.length === 0) return failure(emptyCollection('timeline', options.at))
  const field = options.date ?? 'date'
  const diagnostics: Diagnostic[] = []
  const events: TimelineEvent[] = []
  for (const record of records) {
    const label = labelOf(record, language)
    const date = dateOf(record, field)
    if (!date) {
      diagnostics.push(
        fault('no-date', `“${short(label)}” has no date in \`${field}\``, record.at, [
          'give it a date: `2026`, `2026-02` or `2026-02-03`',
        ]),
      )
      continue
    }
    const claim = claimIn(record, 'event') ?? claimIn(record, field)
    events.push({ date, label, status: claim?.status ?? 'confirmed', sources: claim?.sources ?? [] })
  }
  if (events.length > mostEvents) {
    diagnostics.push(
      fault('too-many', `found ${events.length} events, and a timeline holds ${mostEvents}`, options.at, [
        'choose the events that matter here, by tag or between two dates',
      ]),
    )
  }
  events.sort((one, other) => (firstDay(one.date) < firstDay(other.date) ? -1 : 1))
  return settle({ type: 'timeline', events }, diagnostics)
}

function dateOf(record: CasebookRecord, field: string): PartialDate | undefined {
  const found = record.fields[field]
  if (found?.kind === 'date') return found.date
  return found?.kind === 'claim' && found.claim.value.kind === 'date' ? found.claim.value.date : undefined
}
