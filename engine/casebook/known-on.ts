import type { IsoDate, PartialDate } from '../locale/language.js'
import { firstDay } from '../locale/partial-date.js'
import {
  type Casebook,
  type CasebookRecord,
  type Claim,
  type CollectionName,
  collectionNames,
  type FieldValue,
} from './types.js'

/**
 * The casebook as someone knew it at the end of `date`.
 *
 * - A claim that speaks for a later day is left out, and so is one whose dated sources were all published later.
 * - What was announced by then for a later day stays, if a source that says so was published by then.
 * - An event of a later day is left out, except a planned one: told of by a source that came out by then, or
 *   announced by sources without a date where the casebook itself still expects it.
 *
 * A record keeps its place even when all its claims are gone. Partial dates count from their first day.
 */
export function knownOn(casebook: Casebook, date: IsoDate): Casebook {
  const published = new Map(casebook.collections.sources.map((source) => [source.id, publicationOf(source)]))
  const view: View = { date, expectedAfter: casebook.asOf, published }
  const collections = {} as Record<CollectionName, CasebookRecord[]>
  for (const name of collectionNames)
    collections[name] = casebook.collections[name]
      .filter((record) => name !== 'events' || isEventKnown(record, view))
      .map((record) => withKnownClaims(record, view))
  return { ...casebook, asOf: firstDay(casebook.asOf) <= date ? casebook.asOf : date, collections }
}

// Kept here as well: what is compared by is part of what is known when.
export { firstDay }

interface View {
  date: IsoDate
  /** What the casebook dates after this day, its own last one, has not happened yet. */
  expectedAfter: IsoDate
  /** By source id; `undefined` for a source without a date. */
  published: Map<string, PartialDate | undefined>
}

function withKnownClaims(record: CasebookRecord, view: View): CasebookRecord {
  const fields: Record<string, FieldValue> = {}
  for (const [name, field] of Object.entries(record.fields)) {
    if (field.kind === 'claims') {
      const claims = field.claims
        .filter((claim) => isKnown(claim, view))
        .map((claim) => withKnownReadings(claim, view))
      fields[name] = { kind: 'claims', claims }
    } else if (field.kind !== 'claim') fields[name] = field
    // An event's own claim has been judged with the event.
    else if (record.collection === 'events' || isKnown(field.claim, view))
      fields[name] = { kind: 'claim', claim: withKnownReadings(field.claim, view) }
  }
  return { ...record, fields }
}

function isKnown(claim: Claim, view: View): boolean {
  if (isPublishedLater(claim.sources, view)) return false
  const happens = claim.value.kind === 'date' ? claim.value.date : undefined
  if (!isLater(claim.asOf, view.date) && !isLater(happens, view.date)) return true
  return claim.status === 'announced' && wasPublished(claim, view)
}

function isEventKnown(record: CasebookRecord, view: View): boolean {
  const { date, event } = record.fields
  const claim = event?.kind === 'claim' ? event.claim : undefined
  if (date?.kind !== 'date' || !isLater(date.date, view.date)) return true
  if (!claim) return false
  if (claim.status !== 'announced') return wasPublishedToTheDay(claim, view)
  if (wasPublished(claim, view)) return true
  return isLater(date.date, view.expectedAfter) && !isPublishedLater(claim.sources, view)
}

function wasPublished(claim: Claim, view: View): boolean {
  return datesOf(claim.sources, view).some((published) => !isLater(published, view.date))
}

/**
 * Whether a source surely came out by then. One dated to its month alone may be of the month's end, and tell of
 * something that had happened by then and not of a plan.
 */
function wasPublishedToTheDay(claim: Claim, view: View): boolean {
  return datesOf(claim.sources, view).some((published) => published.length === 10 && published <= view.date)
}

/** Sources without a date say nothing of when something was known. */
function isPublishedLater(sources: string[], view: View): boolean {
  const dates = datesOf(sources, view)
  return dates.length > 0 && dates.every((published) => isLater(published, view.date))
}

function datesOf(sources: string[], view: View): PartialDate[] {
  return sources.map((source) => view.published.get(source)).filter((date) => date !== undefined)
}

function withKnownReadings(claim: Claim, view: View): Claim {
  if (!claim.alternatives) return claim
  const { alternatives, ...rest } = claim
  const known = alternatives.filter((reading) => !isPublishedLater(reading.sources, view))
  return known.length > 0 ? { ...rest, alternatives: known } : rest
}

function publicationOf(source: CasebookRecord): PartialDate | undefined {
  const field = source.fields.published
  return field?.kind === 'date' ? field.date : undefined
}

function isLater(date: PartialDate | undefined, day: IsoDate): boolean {
  return date !== undefined && firstDay(date) > day
}
