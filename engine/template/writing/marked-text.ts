import type { FilePlace, TextOrigin, TextPlace } from '../../base/index.js'
import type { Alignment, DraftBlock, DraftInline, DraftTable, Paragraph } from '../../document/index.js'

/**
 * What running a template gives: Markdown in which each value is a mark that stands for finished nodes.
 *
 * Values never pass through the Markdown parser, so no text of a casebook can open a heading, a cell, a link or
 * a directive (T8). The marks are private-use characters, which `withoutMarks` takes out of everything that is
 * not written by the engine itself, so they cannot be forged either.
 */
export interface MarkedText {
  text: string
  inlines: DraftInline[][]
  blocks: Insert[]
  /** Ids of the sources that are cited. */
  sources: Set<string>
  /** Acronyms that have been spelled out, for the glossary. */
  acronyms: Map<string, DraftInline[]>
}

/** A block that a helper put into the text, or a block around more text. */
export type Insert =
  | { type: 'block'; block: DraftBlock }
  | {
      type: 'callout'
      kind: 'summary' | 'note' | 'caution'
      title?: DraftInline[]
      body: string
      from: TextPlace
    }
  | { type: 'columns'; count: 1 | 2 | 3; body: string; from: TextPlace }
  | { type: 'keepTogether'; body: string; from: TextPlace }
  | { type: 'heading'; level: 1 | 2 | 3; id: string; content: DraftInline[]; from: TextPlace }
  | { type: 'landscape'; body: string; from: TextPlace }
  | { type: 'appendix'; id: string; title: DraftInline[]; body: string; from: TextPlace }
  /** A table whose cells are lines of Markdown, by row and column; a row without any keeps what it has. */
  | { type: 'writtenTable'; table: DraftTable; cells: string[][] }
  | { type: 'styled'; style: NonNullable<Paragraph['style']>; body: string; from: TextPlace }
  | {
      type: 'captioned'
      id?: string
      caption?: DraftInline[]
      note?: DraftInline[]
      widths?: number[]
      align?: Alignment[]
      body: string
      from: TextPlace
    }
  /** Text of its own, whose lines are those of `origin`; one that is empty need not have any. */
  | { type: 'passage'; body: string; origin?: TextOrigin }

const inlineMark = ['\ue000', '\ue001'] as const
const blockMark = ['\ue002', '\ue003'] as const
const placeMark = ['\ue004', '\ue005'] as const

/** `text` without the characters that marks are made of. */
export function withoutMarks(text: string): string {
  return text.replace(/\ue004[^\ue005]*\ue005|[\ue000-\ue005]/g, '')
}

/**
 * Says in which place of a template the text after it is written. Its letters are moved out of the way of Markdown,
 * to code points that no text has.
 */
export function markPlace({ file, line, column }: FilePlace): string {
  const letters = Array.from(`${line}:${column}:${file}`, (letter) =>
    String.fromCodePoint(0xf0000 + Math.min(letter.codePointAt(0) ?? 0, 0xfffd)),
  )
  return placeMark[0] + letters.join('') + placeMark[1]
}

/** The first place that is marked in `text`. */
export function placeIn(text: string): FilePlace | undefined {
  const mark = /\ue004([^\ue005]*)\ue005/.exec(text)?.[1]
  if (mark === undefined) return undefined
  const words = Array.from(mark, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0xf0000),
  ).join('')
  const [, line, column, file = ''] = /^(\d+):(\d+):(.*)$/.exec(words) ?? []
  return line && column ? { file, line: Number(line), column: Number(column) } : undefined
}

export function withoutPlaces(text: string): string {
  return text.replace(/\ue004[^\ue005]*\ue005/g, '')
}

export function markInline(index: number): string {
  return `${inlineMark[0]}${index}${inlineMark[1]}`
}

/** On lines of its own, so that what stands beside it stays what it was. */
export function markBlock(index: number): string {
  return `\n\n${blockMark[0]}${index}${blockMark[1]}\n\n`
}

export type Piece =
  | { type: 'text'; text: string }
  | { type: 'inline'; index: number }
  | { type: 'block'; index: number }

/** Cuts `text` at its marks; those of places are left out. */
export function piecesOf(marked: string): Piece[] {
  const text = withoutPlaces(marked)
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(/\ue000(\d+)\ue001|\ue002(\d+)\ue003/g)) {
    if (match.index > end) pieces.push({ type: 'text', text: text.slice(end, match.index) })
    pieces.push(
      match[1] === undefined
        ? { type: 'block', index: Number(match[2]) }
        : { type: 'inline', index: Number(match[1]) },
    )
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ type: 'text', text: text.slice(end) })
  return pieces
}
