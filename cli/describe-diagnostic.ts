import { relative } from 'node:path'
import { styleText } from 'node:util'
import type { Diagnostic, FileDiagnostic } from '../engine/base/index.js'

/**
 * `file:line:column: error: message [code]`, with the hints indented beneath it.
 * `path` is where the file lies; it is shown from `cwd`, so that a terminal can open it. What is about an option
 * has that in place of the file.
 */
export function describeDiagnostic(
  diagnostic: FileDiagnostic & { option?: string },
  path: string | undefined,
  { cwd, hasColour }: { cwd: string; hasColour: boolean },
): string {
  const { severity, message, code, hints, at, option } = diagnostic
  const colour = (style: 'red' | 'yellow' | 'dim', text: string) =>
    hasColour ? styleText(style, text, { validateStream: false }) : text
  const line = at?.line === undefined ? '' : `:${at.line}:${at.column}`
  const file = at && path !== undefined ? `${shownPath(path, cwd)}${line}: ` : ''
  const place = option === undefined ? file : `${option}: `
  const kind = colour(severity === 'error' ? 'red' : 'yellow', severity)
  const head = `${place}${kind}: ${message} ${colour('dim', `[${code}]`)}`
  return [head, ...hints.map((hint) => `    ${hint}`)].join('\n')
}

/** From `cwd`, unless the way there is longer than the whole path. */
export function shownPath(path: string, cwd: string): string {
  const way = relative(cwd, path) || '.'
  return way.length <= path.length ? way : path
}

/** "3 errors, 1 warning", or nothing. */
export function countDiagnostics(diagnostics: Pick<Diagnostic, 'severity'>[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => ({ severity, count: diagnostics.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ')
}
