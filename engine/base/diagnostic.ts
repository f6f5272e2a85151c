/**
 * What an author, a file or a disk got wrong, as a value.
 *
 * Every stage gathers all the diagnostics it can before it stops; a warning never stops a document.
 */

import { inShort } from './in-short.js'
import type { FilePlace, Place, WholeFile } from './place.js'

export type Severity = 'error' | 'warning'

export interface Diagnostic {
  severity: Severity
  /** Stable, `layer/what`: `template/unknown-field`. */
  code: string
  /** What was found and what was expected, in the author's words: lower case, no full stop. */
  message: string
  /** What to try, most likely first. */
  hints: string[]
  at?: Place
}

/** A diagnostic whose place, if it has one, can be looked up in a file. */
export type FileDiagnostic = Omit<Diagnostic, 'at'> & { at?: FilePlace | WholeFile }

export type Outcome<T> =
  | { ok: true; value: T; warnings: Diagnostic[] }
  | { ok: false; diagnostics: Diagnostic[] }

export function success<T>(value: T, warnings: Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, warnings }
}

export function failure(...diagnostics: Diagnostic[]): { ok: false; diagnostics: Diagnostic[] } {
  return { ok: false, diagnostics }
}

/** `value` with the warnings among `diagnostics`, or a failure when one of them is an error. */
export function settle<T>(value: T, diagnostics: Diagnostic[]): Outcome<T> {
  return diagnostics.some((one) => one.severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, value, warnings: diagnostics }
}

/** All diagnostics of an outcome, whichever way it went. */
export function diagnosticsOf(outcome: Outcome<unknown>): Diagnostic[] {
  return outcome.ok ? outcome.warnings : outcome.diagnostics
}

/** As they are told: the same fault of a part shows in everything that uses it, and said once, in short, is enough. */
export function withoutRepeats<D extends FileDiagnostic | Diagnostic>(diagnostics: D[]): D[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), inShort(one)])).values()]
}

/** Ends a `switch` over node types, so that a new type fails to compile where it is not handled. */
export function unreachable(node: never): never {
  throw new Error(`unhandled node ${JSON.stringify(node)}`)
}
