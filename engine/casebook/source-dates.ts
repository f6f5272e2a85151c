import type { IsoDate, PartialDate } from '../locale/index.js'
import { firstDay } from '../locale/index.js'
import { allRecords, claimsIn } from './records.js'
import type { Casebook, CasebookRecord, Claim } from './types.js'

/** When sources came out, as far as the casebook tells; by id. */
export interface SourceDates {
  /** As printed on them. */
  published: Map<string, PartialDate>
  /** The first day on which each can have come out; none where nothing tells. */
  notBefore: Map<string, IsoDate>
}

/**
 * A source without a date cannot be older than what it reports: it came out no earlier than the latest thing that a
 * claim with it as a source says has happened. What the casebook still expects tells nothing.
 */
export function datesOfSources(casebook: Casebook): SourceDates {
  const published = new Map<string, PartialDate>()
  const notBefore = new Map<string, IsoDate>()
  for (const { id, fields } of casebook.collections.sources) {
    if (fields.published?.kind !== 'date') continue
    published.set(id, fields.published.date)
    notBefore.set(id, firstDay(fields.published.date))
  }
  for (const record of allRecords(casebook)) {
    for (const claim of claimsIn(record)) {
      const reported = happenedBy(record, claim)
        .map(firstDay)
        .filter((day) => day <= casebook.asOf)
      for (const id of [claim.sources, ...(claim.alternatives ?? []).map((one) => one.sources)].flat()) {
        if (published.has(id)) continue
        for (const day of reported) if (day > (notBefore.get(id) ?? '')) notBefore.set(id, day)
      }
    }
  }
  return { published, notBefore }
}

/** The dates by which what a claim says had come about. The day of an announced event is that of a plan. */
function happenedBy({ fields }: CasebookRecord, { status, asOf, value }: Claim): PartialDate[] {
  // What was not known on a day may rest on sources that are older.
  if (status === 'unknown') return []
  const isPlan = status === 'announced' || status === 'estimated'
  const event = fields.date?.kind === 'date' ? fields.date.date : undefined
  const dates = [asOf, ...(isPlan ? [] : [event, value.kind === 'date' ? value.date : undefined])]
  return dates.filter((date) => date !== undefined)
}
