import { type Place, placeInText, type TextPlace } from '../base/index.js'
import { type BriefFieldKind, briefFieldKinds, briefFields } from '../brief/index.js'
import type { Brief } from '../brief/types.js'
import type { PlaceOfLetter } from '../pdf/index.js'
import type { Workspace } from './types.js'

/**
 * Where a letter of the document is written: in the text that its block came from, or else in the setting of the brief that
 * has it. A letter that is in neither, since a field gave it, is put where its block begins.
 */
export function placeOfLetter({ sources, library }: Workspace, brief: Brief): PlaceOfLetter {
  const textOf = (place: TextPlace): string | undefined => {
    if ('section' in place) return brief.narrative[place.section]
    if ('passage' in place) return undefined
    const shelves = Object.values(library).flatMap((shelf) => [...shelf.values()].map(({ file }) => file))
    return [...sources, ...shelves].find(({ path }) => path === place.file)?.text
  }
  return (letter, near) => {
    const text = near && textOf(near)
    const written = near && text !== undefined ? within(text, near, letter) : undefined
    return written ?? settingWith(letter, brief) ?? near
  }
}

/** In the paragraph that begins at `near`: up to the next empty line. */
function within(text: string, near: TextPlace, letter: string): TextPlace | undefined {
  const lines = text.split('\n')
  const before = lines.slice(0, near.line - 1).reduce((length, line) => length + line.length + 1, 0)
  const start = before + near.column - 1
  const end = /\n[ \t]*\n/.exec(text.slice(start))?.index ?? text.length
  const offset = text.slice(start, start + end).indexOf(letter)
  if (offset < 0) return undefined
  const { line, column } = placeInText({ file: '' }, text, start + offset)
  return { ...near, line, column, endLine: line, endColumn: column + letter.length }
}

/** Kinds of fields that hold what is printed as it is. */
const printed: readonly BriefFieldKind[] = ['line', 'watermark']

function settingWith(letter: string, brief: Brief): Place | undefined {
  const has = (value: unknown) => typeof value === 'string' && value.includes(letter)
  const field = briefFields.find((name) => printed.includes(briefFieldKinds[name]) && has(brief[name]))
  if (field) return { field }
  const parameter = Object.keys(brief.parameters).find((name) => has(brief.parameters[name]))
  return parameter === undefined ? undefined : { parameter }
}
