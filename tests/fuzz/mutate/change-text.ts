import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'
import { anyLetters, anyPiece } from './pieces.js'

/** The most letters that a changed text has: some hundred times what a file has that people write. */
const mostLetters = 300_000

type Change = (text: string, random: Random, others: readonly string[]) => string

/** Changes of what is nothing but letters. */
const changes: readonly Change[] = [
  (text, random) => put(text, random, ''),
  (text, random) => put(text, random, anyPiece(random)),
  (text, random) => put(text, random, anyLetters(random)),
  (text, random) => edit(text, random, (piece) => piece + piece),
  (text, random) => edit(text, random, (piece) => [...piece].reverse().join('')),
  (text, random) => edit(text, random, (piece) => piece.repeat(howMany(random, 100))),
  (text, random) => edit(text, random, (piece) => (below(random, 2) ? piece.toUpperCase() : piece.trim())),
  (text, random, others) => {
    const other = oneOf(random, others)
    const from = below(random, other.length + 1)
    return put(text, random, other.slice(from, from + howMany(random, 2000)))
  },
  // Two files that came together half by half.
  (text, random, others) => {
    const other = oneOf(random, others)
    return text.slice(0, below(random, text.length + 1)) + other.slice(below(random, other.length + 1))
  },
  withLines((lines, random) => swapped(lines, random)),
  withLines((lines, random) => lines.toSpliced(below(random, lines.length), 1)),
  withLines((lines, random) => {
    const from = below(random, lines.length)
    const some = lines.slice(from, from + howMany(random, 10))
    return lines.toSpliced(from, 0, ...Array.from({ length: howMany(random, 100) }, () => some).flat())
  }),
  withLines((lines, random) => {
    const at = below(random, lines.length)
    return lines.with(at, ' '.repeat(below(random, 6)) + lines[at]?.trimStart())
  }),
  (text, random) => text.replaceAll('\n', oneOf(random, ['\r\n', '\r', '\n\n', ' '])),
  (text, random) => (below(random, 8) === 0 ? text.repeat(100) : `${text}\n${text}`),
]

/** `text` with a change of its letters or lines; `others` are texts to take a piece from. */
export function changeText(text: string, random: Random, others: readonly string[]): string {
  return bounded(oneOf(random, changes)(text, random, others))
}

export function bounded(text: string): string {
  return text.length > mostLetters ? text.slice(0, mostLetters) : text
}

/** Instead of a stretch of the text, mostly an empty or short one. */
function put(text: string, random: Random, piece: string): string {
  return edit(text, random, () => piece)
}

function edit(text: string, random: Random, make: (piece: string) => string): string {
  const start = below(random, text.length + 1)
  const end = Math.min(text.length, start + howMany(random, 2000) - 1)
  return text.slice(0, start) + make(text.slice(start, end)) + text.slice(end)
}

function withLines(change: (lines: string[], random: Random) => string[]): Change {
  return (text, random) => change(text.split('\n'), random).join('\n')
}

export function swapped<T>(all: readonly T[], random: Random): T[] {
  if (all.length === 0) return []
  const [one, other] = [below(random, all.length), below(random, all.length)]
  return all.with(one, all[other] as T).with(other, all[one] as T)
}
