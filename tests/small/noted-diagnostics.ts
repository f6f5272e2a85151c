/**
 * Diagnostics that are expected of a wrong input, noted in it: each on a line of its own beneath what it is about.
 *
 *     stkae: { value: 40, unit: percent }
 *     #^^^^ error casebook/unknown-field: no field `stkae` in `deals` → did you mean `stake`?
 *
 * Carets stand under what is meant, hints follow after arrows. What runs over several lines has the lines and the
 * column of its end after its caret, `^+2:5`. What is in none of the files stands at the end of the first of them, with
 * its place if it has one.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect } from 'vitest'
import {
  type Diagnostic,
  type FilePlace,
  type Place,
  placeKey,
  type SourceFile,
} from '../../engine/base/index.js'

/** The files below a folder, without what is noted in them. Paths are relative to it, sorted. */
export function readNoted(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll(sep, '/'))
    .sort()
    .map((path) => ({ path, text: withoutNotes(readFileSync(join(folder, path), 'utf8')) }))
}

/**
 * Compares what is noted in the files below a folder with what was found: one that is missing fails, and so does one
 * that is not expected. `UPDATE=1` rewrites the notes; review the difference like code.
 */
export function expectNoted(folder: string, diagnostics: readonly Diagnostic[]): void {
  for (const { path, text } of withNotes(readNoted(folder), diagnostics)) {
    const file = join(folder, path)
    if (process.env.UPDATE) writeFileSync(file, text)
    expect(existsSync(file) && readFileSync(file, 'utf8'), file).toBe(text)
  }
}

/** The same for a text that a test has in itself: `find` is given it as a file, without its notes. */
export function expectNotedText(
  path: string,
  noted: string,
  find: (file: SourceFile) => readonly Diagnostic[],
): void {
  const file = { path, text: withoutNotes(noted) }
  expect(withNotes([file], find(file))[0]?.text).toBe(noted)
}

const note = /^#? *\^.*\n|^# (\S+:\S+ )?(error|warning) [a-z-]+\/[a-z0-9-]+: .*\n/gm

/** A text as it is without what is noted in it. */
export function withoutNotes(text: string): string {
  return text.replace(note, '')
}

/** The files, which end with whole lines, with every one of the diagnostics noted in one of them. */
export function withNotes(files: readonly SourceFile[], diagnostics: readonly Diagnostic[]): SourceFile[] {
  const linesOf = ({ text }: SourceFile) => text.split('\n').slice(0, -1)
  const isIn = (place: Place | undefined, file: SourceFile): place is FilePlace =>
    place !== undefined &&
    'file' in place &&
    place.file === file.path &&
    place.line !== undefined &&
    place.line <= linesOf(file).length
  const elsewhere = diagnostics.filter(({ at }) => !files.some((file) => isIn(at, file)))
  return files.map((file, index) => {
    const lines = linesOf(file).flatMap((line, above) => {
      const here = diagnostics.flatMap((one) =>
        isIn(one.at, file) && one.at.line === above + 1 ? [`${caretsAt(one.at)} ${inWords(one)}`] : [],
      )
      return [line, ...here]
    })
    if (index === 0) lines.push(...elsewhere.map((one) => `# ${placeInWords(one.at)}${inWords(one)}`))
    return { path: file.path, text: lines.map((line) => `${line}\n`).join('') }
  })
}

function caretsAt({ line, column, endLine = line, endColumn = column + 1 }: FilePlace): string {
  const before = column === 1 ? '' : `#${' '.repeat(column - 2)}`
  if (endLine > line) return `${before}^+${endLine - line}:${endColumn}`
  return before + '^'.repeat(Math.max(1, endColumn - column))
}

function placeInWords(at: Place | undefined): string {
  return at ? `${placeKey(at)} ` : ''
}

function inWords({ severity, code, message, hints }: Diagnostic): string {
  return [`${severity} ${code}: ${message}`, ...hints].join(' → ')
}
