import { type Diagnostic, type Outcome, type Place, placeKey } from '../base/index.js'
import type { Casebook, CasebookRecord, CollectionName } from '../casebook/types.js'
import type { Inline } from '../document/index.js'
import type { Printed } from '../evidence/index.js'
import type { Atlas } from '../figures/index.js'
import type { Language } from '../locale/index.js'
import { type Insert, type MarkedText, markBlock, markInline } from './marked-text.js'
import type { Scope } from './values.js'

/** How much a template may do before it is taken for endless (T17): about a second's work. */
const stepLimit = 250_000

/** How much it may print, in characters: some hundreds of pages. Text in blocks within blocks counts once for each. */
const printLimit = 3_000_000

/** Everything that a template reads and writes while it runs. */
export interface Run {
  language: Language
  /** As known on the brief's date. */
  casebook: Casebook
  root: Scope
  /** The title that the brief itself gives; it stands before any that a template makes. */
  ownTitle: string | undefined
  marked: MarkedText
  /** What has been taken from the casebook so far, for the rules of evidence. */
  printed: Printed
  diagnostics: Diagnostic[]
  steps: number
  /** Characters printed so far. */
  length: number
  /** Titles of the template's sections in the document's language. */
  sectionTitles: Map<string, string>
  /** The narrative of a section, run and ready to insert; `undefined` where there is no such section. */
  narrative(id: string): Insert | undefined
  /** What the casebook has prepared on a record, with `this` as the record; `undefined` where it has nothing. */
  passageOn(record: CasebookRecord): string | undefined
  recordsById: Map<string, CasebookRecord>
  /** Keys of the records that nobody knew of on the brief's date. */
  later: ReadonlySet<string>
  /** What maps are drawn from; left out where there is none. */
  atlas?: () => Outcome<Atlas>
  /** Told of each record that the template reads or prints, often more than once. */
  onUse?: (record: CasebookRecord) => void
}

/** Ends a run that goes on for too long. Caught by `runTemplate`, never seen outside. */
export class LimitReached extends Error {}

export function takeStep(run: Run): void {
  run.steps += 1
  if (run.steps > stepLimit) throw new LimitReached()
}

/** Counts what has been printed; gives it back. */
export function takeText(run: Run, text: string): string {
  run.length += text.length
  if (run.length > printLimit) throw new LimitReached()
  return text
}

/** Adds a diagnostic once per place, however often a loop comes by. */
export function report(run: Run, diagnostic: Diagnostic): void {
  const isKnown = run.diagnostics.some(
    (one) =>
      one.code === diagnostic.code &&
      one.message === diagnostic.message &&
      (one.at && placeKey(one.at)) === (diagnostic.at && placeKey(diagnostic.at)),
  )
  if (!isKnown) run.diagnostics.push(diagnostic)
}

export function reportError(run: Run, code: string, message: string, at: Place, hints: string[] = []): void {
  report(run, { severity: 'error', code, message, hints, at })
}

/** Puts finished nodes into the text and gives the mark that stands for them. */
export function insertInlines(run: Run, inlines: Inline[]): string {
  run.marked.inlines.push(inlines)
  return markInline(run.marked.inlines.length - 1)
}

export function insertBlock(run: Run, insert: Insert): string {
  run.marked.blocks.push(insert)
  return markBlock(run.marked.blocks.length - 1)
}

/** A citation of `ids`, with numbers for now that the model replaces by those of the reading order. */
export function citationOf(run: Run, ids: readonly string[]): Inline {
  const numbers = ids.map((id) => {
    const source = run.onUse && run.recordsById.get(recordKey('sources', id))
    if (source) run.onUse?.(source)
    const known = run.marked.sources.indexOf(id)
    return known >= 0 ? known + 1 : run.marked.sources.push(id)
  })
  return { type: 'citation', numbers }
}

export function recordKey(collection: CollectionName, id: string): string {
  return `${collection}/${id}`
}
