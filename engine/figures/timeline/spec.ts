import type { PartialDate } from '../../locale/index.js'
import type { Provenance } from '../reading.js'

/** What happened when, in order. */
export interface TimelineSpec {
  type: 'timeline'
  events: TimelineEvent[]
}

export interface TimelineEvent extends Provenance {
  /** As exact as it is known: a month is drawn as a month, not as its first day. */
  date: PartialDate
  label: string
}
