import { formatDate, type Language, phrase } from '../../locale/index.js'
import { type Cite, type Description, dataTable } from '../description.js'
import { short } from '../reading.js'
import type { TimelineSpec } from './spec.js'

/** Every event with its date and sources, in order. */
export function describeTimeline(spec: TimelineSpec, language: Language, cite?: Cite): Description {
  const [first, last] = [spec.events[0], spec.events.at(-1)]
  const alt = [
    phrase('timeline-shows', language, {
      from: first ? formatDate(first.date, language) : '',
      to: last ? formatDate(last.date, language) : '',
      count: spec.events.length,
    }),
    `${spec.events.map(({ date, label }) => `${formatDate(date, language)}, ${short(label)}`).join('; ')}.`,
  ].join(' ')
  const table = dataTable(
    [{ head: phrase('date', language) }, { head: phrase('event', language) }],
    spec.events.map(({ date, label, status, sources }) => ({
      cells: [formatDate(date, language), label],
      provenance: { status, sources },
    })),
    language,
    cite,
  )
  return { alt, table }
}
