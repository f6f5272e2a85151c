import { type Diagnostic, placeKey } from '../../base/index.js'
import type { CasebookRecord } from '../../casebook/types.js'
import type { DraftInline } from '../../document/index.js'
import { nothingPrinted, type Printed } from '../../evidence/index.js'
import type { Insert, MarkedText } from './marked-text.js'

/**
 * Everything that a template has written and noted so far, but its text.
 *
 * Text that may be thrown away again has a log of its own, on top of that around it: `openLog`, then `keepLog` or
 * nothing at all. It sees what stands below it; marks are counted on from there, so that they hold once it is kept.
 * Nothing is written below while one stands on top.
 */
export interface RunLog extends Omit<MarkedText, 'text'> {
  /** The log that this one stands on, with what may already be in the document. */
  readonly below?: RunLog
  /** How much stands below, which is the index of the first own mark. */
  readonly start: { readonly inlines: number; readonly blocks: number }
  diagnostics: Diagnostic[]
  /** What was taken from the casebook, for the rules of evidence. */
  printed: Printed
  /** The records that were read or printed. */
  used: Set<CasebookRecord>
  /** The narratives that have been run, by section: one that is printed twice is run once. */
  narratives: Map<string, Insert>
}

/** An empty log, on top of `below` if there is one. */
export function openLog(below?: RunLog): RunLog {
  return {
    below,
    start: {
      inlines: below ? below.start.inlines + below.inlines.length : 0,
      blocks: below ? below.start.blocks + below.blocks.length : 0,
    },
    inlines: [],
    blocks: [],
    sources: new Set(),
    acronyms: new Map(),
    diagnostics: [],
    printed: nothingPrinted(),
    used: new Set(),
    narratives: new Map(),
  }
}

/** Adds what a log holds to the one below it. */
export function keepLog(log: RunLog): void {
  const { below } = log
  if (!below) return
  below.inlines.push(...log.inlines)
  below.blocks.push(...log.blocks)
  for (const id of log.sources) below.sources.add(id)
  for (const [short, long] of log.acronyms) below.acronyms.set(short, long)
  for (const diagnostic of log.diagnostics) noteDiagnostic(below, diagnostic)
  below.printed.claims.push(...log.printed.claims)
  below.printed.figures.push(...log.printed.figures)
  for (const [key, at] of log.printed.texts)
    if (!below.printed.texts.has(key)) below.printed.texts.set(key, at)
  for (const record of log.used) below.used.add(record)
  for (const [id, insert] of log.narratives) below.narratives.set(id, insert)
}

/** Adds a diagnostic once per place, however often a loop comes by. */
export function noteDiagnostic({ diagnostics }: RunLog, diagnostic: Diagnostic): void {
  const { code, message, at } = diagnostic
  const isKnown = diagnostics.some(
    (one) =>
      one.code === code && one.message === message && (one.at && placeKey(one.at)) === (at && placeKey(at)),
  )
  if (!isKnown) diagnostics.push(diagnostic)
}

/** The nodes that the mark of a line stands for. */
export function inlinesAt(log: RunLog, index: number): DraftInline[] {
  for (let one: RunLog | undefined = log; one; one = one.below) {
    if (index >= one.start.inlines) return one.inlines[index - one.start.inlines] ?? []
  }
  return []
}

export function isSpelledOut(log: RunLog, acronym: string): boolean {
  return log.acronyms.has(acronym) || (log.below !== undefined && isSpelledOut(log.below, acronym))
}

export function narrativeIn(log: RunLog, section: string): Insert | undefined {
  return log.narratives.get(section) ?? (log.below && narrativeIn(log.below, section))
}
