import type { FileDiagnostic } from '../engine/base/index.js'
// Not through the host's index, which loads the engine: help and usage need none of it.
import { locateFile } from '../host/files/index.js'
import { describeDiagnostic } from './describe-diagnostic.js'
import type { Finding } from './place-in-brief.js'

/** What a command found and did, before anything is printed. */
export interface Report {
  /** False when there were errors: the exit code is then 1. */
  isDone: boolean
  diagnostics: Finding[]
  /** For people, on standard output, if that is not taken. */
  lines: string[]
  /** A document that standard output was asked to take. */
  bytes?: Uint8Array
  /** For programs, beside `ok` and `diagnostics` in the JSON document. */
  facts: Record<string, unknown>
  /** The workspace folder that files in diagnostics are looked for in; the built-in one if left out. */
  dir?: string
}

interface Output {
  cwd: string
  writeOut(written: string | Uint8Array): void
  writeError(text: string): void
  hasColour: boolean
}

/** A report of a command that failed with `diagnostics`. */
export function failedReport(diagnostics: Finding[], dir?: string): Report {
  return { isDone: false, diagnostics, lines: [], facts: {}, dir }
}

/** A report of a command line that was not understood; `complaint` is commander's, help and all. */
export function usageReport(complaint: string): Report {
  const [first = '', ...rest] = complaint.trimEnd().split('\n')
  return {
    isDone: false,
    diagnostics: [
      {
        severity: 'error',
        code: 'usage/wrong',
        message: first.replace(/^error: /, '').replace(/\.$/, ''),
        hints: rest.filter((line) => line.trim() !== '').map((line) => line.trimEnd()),
      },
    ],
    lines: [],
    facts: {},
  }
}

/** Prints a report: one JSON document, or lines for people with the diagnostics on standard error. */
export function printReport(report: Report, isJson: boolean, output: Output): void {
  const options = report.dir === undefined ? {} : { dir: report.dir }
  const found = report.diagnostics.map(inFile)
  if (isJson) {
    const diagnostics = found.map((one) =>
      one.at ? { ...one, path: locateFile(one.at.file, options) } : one,
    )
    output.writeOut(`${JSON.stringify({ ok: report.isDone, ...report.facts, diagnostics }, null, 2)}\n`)
    return
  }
  for (const one of found) {
    const path = one.at && locateFile(one.at.file, options)
    output.writeError(`${describeDiagnostic(one, path, output)}\n`)
  }
  if (report.bytes) output.writeOut(report.bytes)
  const write = report.bytes ? output.writeError : output.writeOut
  for (const line of report.lines) write(`${line}\n`)
}

/** What is said of a brief has been put on its lines, or is about no file. */
function inFile({ at, ...one }: Finding): FileDiagnostic & { option?: string } {
  return at && 'file' in at ? { ...one, at } : one
}
