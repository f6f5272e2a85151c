import type { IsoDate, LocalText, PartialDate } from '../locale/index.js'
import { firstDay, lastDay, laterDates } from '../locale/index.js'
import { findAnywhere, findRecord } from './find-record.js'
import { claimsIn } from './records.js'
import { datesOfSources, type SourceDates } from './source-dates.js'
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
 * - A source that came out later is left out, and so is what only such sources say. One without a date came out no
 *   earlier than the latest thing that it reports.
 * - A claim that speaks for a later day is left out, unless it was announced by then: a source that says so was out.
 * - An event of a later day is left out, except a planned one: told of by a source that came out by then, or
 *   announced by sources without a date where the casebook itself still expects it.
 * - A deal, risk or other happening is left out when nothing that has a date is known of it yet. Actors, assets and
 *   minerals, which were there before anyone wrote of them, keep their place.
 * - Prose without sources of its own (passages, conflicts, gaps) is left out when it names a later day or is about a
 *   record that is left out.
 *
 * Partial dates count from their first day. On the casebook's own last day this is the whole of it.
 */
export function knownOn(casebook: Casebook, date: IsoDate): Casebook {
  const view: View = { date, casebook, isPast: date < casebook.asOf, ...datesOfSources(casebook) }
  const collections = {} as Record<CollectionName, CasebookRecord[]>
  for (const name of collectionNames)
    collections[name] = casebook.collections[name].flatMap((record) => knownRecord(record, view) ?? [])
  if (view.isPast)
    for (const name of prose)
      collections[name] = collections[name].filter((record) => isProseKnown(record, collections, view))
  const featured = Object.fromEntries(
    Object.entries(casebook.featured).map(([name, ids]) => [
      name,
      ids.filter((id) => collections[name as CollectionName].some((record) => record.id === id)),
    ]),
  )
  return { ...casebook, asOf: view.isPast ? date : casebook.asOf, featured, collections }
}

// Kept here as well: what dates are compared by is part of what is known when.
export { firstDay }

/** What was there before anyone wrote of it. */
const things: readonly CollectionName[] = ['sources', 'actors', 'assets', 'minerals']
const prose: readonly CollectionName[] = ['passages', 'conflicts', 'gaps']

interface View extends SourceDates {
  date: IsoDate
  /** The whole of it. What it dates after its own last day has not happened yet. */
  casebook: Casebook
  /** Whether the casebook was written later than `date`. */
  isPast: boolean
}

function knownRecord(record: CasebookRecord, view: View): CasebookRecord | undefined {
  if (record.collection === 'sources') return isOutLater(record.id, view) ? undefined : record
  if (record.collection === 'events' && !isEventKnown(record, view)) return undefined
  const { sources } = record.fields
  if (sources?.kind === 'references' && isPublishedLater(sources.ids, view)) return undefined
  const known = withKnownFields(record, view)
  return !view.isPast || things.includes(record.collection) || isStillThere(record, known, view)
    ? known
    : undefined
}

function withKnownFields(record: CasebookRecord, view: View): CasebookRecord {
  const fields: Record<string, FieldValue> = {}
  for (const [name, field] of Object.entries(record.fields)) {
    if (field.kind === 'claims') {
      const claims = field.claims.filter((claim) => isKnown(claim, view))
      fields[name] = { kind: 'claims', claims: claims.map((claim) => asKnown(claim, view)) }
    } else if (field.kind === 'references' && field.collection === 'sources')
      fields[name] = { ...field, ids: field.ids.filter((id) => !isOutLater(id, view)) }
    else if (field.kind !== 'claim') fields[name] = field
    // An event's own claim has been judged with the event.
    else if (record.collection === 'events' || isKnown(field.claim, view))
      fields[name] = { kind: 'claim', claim: asKnown(field.claim, view) }
  }
  return { ...record, fields }
}

/** Whether what is left of a record is more than claims that could be of any day. */
function isStillThere(whole: CasebookRecord, known: CasebookRecord, view: View): boolean {
  const required = view.casebook.schema[whole.collection].filter((field) => field.required)
  if (required.some(({ name }) => whole.fields[name] && !known.fields[name])) return false
  const left = claimsIn(known)
  if (left.length === claimsIn(whole).length) return true
  return left.some(
    ({ asOf, value, sources }) =>
      asOf !== undefined || value.kind === 'date' || sources.some((id) => view.published.has(id)),
  )
}

function isKnown(claim: Claim, view: View): boolean {
  if (isPublishedLater(claim.sources, view) && !mayHaveBeenRead(claim, claim.asOf, view)) return false
  const happens = claim.value.kind === 'date' ? claim.value.date : undefined
  if (!isLater(claim.asOf, view.date) && !isLater(happens, view.date))
    return !view.isPast || !textsOf(claim).some((text) => namesLater(text, view)) || wasPublished(claim, view)
  return claim.status === 'announced' && wasPublished(claim, view)
}

function isEventKnown(record: CasebookRecord, view: View): boolean {
  const { date, event } = record.fields
  const claim = event?.kind === 'claim' ? event.claim : undefined
  const day = date?.kind === 'date' ? date.date : undefined
  if (claim && isPublishedLater(claim.sources, view) && !mayHaveBeenRead(claim, day, view)) return false
  if (date?.kind !== 'date' || !isLater(date.date, view.date)) return true
  if (!claim) return false
  if (claim.status !== 'announced') return wasPublishedToTheDay(claim, view)
  return wasPublished(claim, view) || isLater(date.date, view.casebook.asOf)
}

function isProseKnown(
  { fields }: CasebookRecord,
  collections: Record<CollectionName, CasebookRecord[]>,
  view: View,
): boolean {
  const texts = Object.values(fields).flatMap((field) => (field.kind === 'text' ? [field.text] : []))
  if (texts.some((text) => namesLater(text, view, { years: true }))) return false
  const { about } = fields
  if (about?.kind !== 'references') return true
  return about.ids.every((id) => {
    const whole = findAnywhere(view.casebook, id)
    return !whole || findRecord({ ...view.casebook, collections }, whole.collection, whole.id)
  })
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

/**
 * Whether what a claim says of a day gone by could be read in a source without a date, though those with one came
 * later: a treaty signed in December is not unknown in January because the best source on it is of February.
 */
function mayHaveBeenRead({ value, sources }: Claim, asOf: PartialDate | undefined, view: View): boolean {
  const day = value.kind === 'date' ? value.date : asOf
  // A figure for this year may have been given on any day of it.
  if (day === undefined || lastDay(day) > view.date) return false
  return sources.some((id) => !view.published.has(id) && !isOutLater(id, view))
}

/** Whether none of the sources can have been read by then. Beside one with a date, those without tell nothing. */
function isPublishedLater(sources: string[], view: View): boolean {
  const dated = sources.filter((id) => view.published.has(id))
  const telling = dated.length > 0 ? dated : sources
  return telling.length > 0 && telling.every((id) => isOutLater(id, view))
}

function isOutLater(source: string, view: View): boolean {
  return isLater(view.notBefore.get(source), view.date)
}

function datesOf(sources: string[], view: View): PartialDate[] {
  return sources.map((source) => view.published.get(source)).filter((date) => date !== undefined)
}

/** Without the sources and readings that came later, and without a note that looks back from a later day. */
function asKnown(claim: Claim, view: View): Claim {
  const { alternatives, note, ...rest } = claim
  const sources = claim.sources.filter((id) => !isOutLater(id, view))
  const readings = (alternatives ?? [])
    .filter((reading) => !isPublishedLater(reading.sources, view))
    .map((reading) => ({ ...reading, sources: reading.sources.filter((id) => !isOutLater(id, view)) }))
  const isNoteKnown = note !== undefined && !(view.isPast && namesLater(note, view, { years: true }))
  return {
    ...rest,
    sources,
    note: isNoteKnown ? note : undefined,
    ...(readings.length > 0 ? { alternatives: readings } : {}),
  }
}

function textsOf({ value, measure }: Claim): LocalText[] {
  const texts = value.kind === 'text' ? [value.text] : value.kind === 'list' ? value.items : []
  return measure === undefined ? texts : [...texts, measure]
}

function namesLater(text: LocalText, { date }: View, options?: { years: boolean }): boolean {
  const words = typeof text === 'string' ? [text] : Object.values(text)
  return words.some((one) => laterDates(one, date, options).length > 0)
}

function isLater(date: PartialDate | undefined, day: IsoDate): boolean {
  return date !== undefined && firstDay(date) > day
}
