import type { Diagnostic, Outcome, Place } from '../../base/index.js'
import type { Casebook, CasebookRecord, Claim, CollectionName } from '../../casebook/types.js'
import type { Alignment, DraftInline } from '../../document/index.js'
import type { Atlas } from '../../figures/index.js'
import type { Language } from '../../locale/index.js'
import type { Scope } from '../values/index.js'
import { type Insert, markBlock, markInline } from './marked-text.js'
import { noteDiagnostic, type RunLog } from './run-log.js'

/** How much a template may do before it is taken for endless (T17): about a second's work. */
const stepLimit = 250_000

/** How much it may print, in characters: some hundreds of pages. Text in blocks within blocks counts once for each. */
const printLimit = 3_000_000

/** What a template reads while it runs. */
export interface RunInput {
  readonly language: Language
  /** As known on the brief's date. */
  readonly casebook: Casebook
  readonly root: Scope
  /** The title that the brief itself gives; it stands before any that a template makes. */
  readonly ownTitle: string | undefined
  /** Titles of the template's sections in the document's language. */
  readonly sectionTitles: ReadonlyMap<string, string>
  readonly prose: Prose
  readonly recordsById: ReadonlyMap<string, CasebookRecord>
  /** Keys of the records that nobody knew of on the brief's date. */
  readonly later: ReadonlySet<string>
  /** What maps are drawn from; left out where there is none. */
  readonly atlas?: () => Outcome<Atlas>
}

/** The texts that a template prints and that are written elsewhere: in the brief, or in the casebook. */
export interface Prose {
  /** The narrative of a section, run and ready to insert; `undefined` where there is no such section. */
  narrative(run: TemplateRun, section: string): Insert | undefined
  /** What the casebook has prepared on a record, with `this` as the record; `undefined` where it has nothing. */
  passageOn(run: TemplateRun, record: CasebookRecord): string | undefined
}

/** A stretch of text that is running: what it reads, and where it writes. */
export interface TemplateRun extends RunInput {
  readonly log: RunLog
  readonly spent: Spent
  /** The texts of prose that are being run: one that prints itself would never end. */
  readonly open: readonly string[]
  /** The cells of the row that a `#table` is writing, where its body is running. */
  readonly row?: OpenCell[]
}

/** One `#column` of a row. */
export interface OpenCell {
  head: DraftInline[]
  alignment?: Alignment
  /** Markdown with marks, which becomes nodes with the rest of the document. */
  text: string
  /** What it prints of the casebook. */
  claims: Claim[]
}

/** What has been done and printed so far, of all that a template may; text that is thrown away counts. */
export interface Spent {
  steps: number
  characters: number
}

/** Ends a run that goes on for too long. Caught by `runTemplate`, never seen outside. */
export class LimitReached extends Error {}

export function takeStep({ spent }: TemplateRun): void {
  spent.steps += 1
  if (spent.steps > stepLimit) throw new LimitReached()
}

/** Counts what has been printed; gives it back. */
export function takeText({ spent }: TemplateRun, text: string): string {
  spent.characters += text.length
  if (spent.characters > printLimit) throw new LimitReached()
  return text
}

export function report(run: TemplateRun, diagnostic: Diagnostic): void {
  noteDiagnostic(run.log, diagnostic)
}

export function reportError(
  run: TemplateRun,
  code: string,
  message: string,
  at: Place,
  hints: string[] = [],
): void {
  report(run, { severity: 'error', code, message, hints, at })
}

/** Notes that the document depends on a record. */
export function noteUse({ log }: TemplateRun, record: CasebookRecord): void {
  log.used.add(record)
}

/** Puts finished nodes into the text and gives the mark that stands for them. */
export function insertInlines({ log }: TemplateRun, inlines: DraftInline[]): string {
  return markInline(log.start.inlines + log.inlines.push(inlines) - 1)
}

export function insertBlock({ log }: TemplateRun, insert: Insert): string {
  return markBlock(log.start.blocks + log.blocks.push(insert) - 1)
}

/** The mark that cites the sources of these ids. */
export function citationOf(run: TemplateRun, ids: readonly string[]): DraftInline {
  for (const id of ids) {
    const source = run.recordsById.get(recordKey('sources', id))
    if (source) noteUse(run, source)
    run.log.sources.add(id)
  }
  return { type: 'citation', sources: [...ids] }
}

export function recordKey(collection: CollectionName, id: string): string {
  return `${collection}/${id}`
}
