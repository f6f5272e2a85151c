import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Word } from '../../../engine/layout/measure.js'
import { breakLines, type SetLine } from '../../../engine/layout/text/break-lines.js'
import type { TextRun } from '../../../engine/layout/text/text-run.js'

const look = { family: 'text', size: 10, colour: '#000000', bold: false, italic: false, tracking: 0 } as const
const runs = ['a', 'b'].map((text): TextRun => ({ ...look, text, rise: 0, struck: false, clings: false }))

/** Words of letters that are all one wide, with a space after each that is not joined to the next. */
const words = fc.array(
  fc.record({
    letters: fc.integer({ min: 1, max: 9 }),
    run: fc.constantFrom(...runs),
    joinsNext: fc.boolean(),
    endsLine: fc.nat(9).map((one) => one === 0),
  }),
  { minLength: 1, maxLength: 30 },
)

function wordsOf(made: { letters: number; run: TextRun; joinsNext: boolean; endsLine: boolean }[]): Word[] {
  return made.map(({ letters, run, joinsNext, endsLine }, index) => {
    const isJoined = joinsNext && !endsLine && index < made.length - 1
    // Never two in a row, so that what belongs together is no longer than 19 letters.
    const joins = isJoined && !made[index - 1]?.joinsNext
    const text = `${String.fromCharCode(97 + (index % 26)).repeat(letters)}${joins ? '' : ' '}`
    const trailingSpace = joins ? 0 : 1
    return { text, run, width: text.length, leadingSpace: 0, trailingSpace, joinsNext: joins, endsLine }
  })
}

/** The part of a word that fits, and the rest. */
function split(word: Word, width: number): [Word, Word] {
  const part = (text: string): Word => ({ ...word, text, width: text.length, trailingSpace: 0 })
  return [{ ...part(word.text.slice(0, width)), endsLine: false }, part(word.text.slice(width))]
}

const textOf = ({ spans }: SetLine): string => spans.map(({ text }) => text).join('')

it('sets every letter once and in order, on lines that are no wider than their room', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 60 }), (made, room) => {
      const all = wordsOf(made)
      const lines = breakLines(Object.freeze(all), room, split)
      expect(lines.map(textOf).join('')).toBe(all.map(({ text }) => text).join(''))
      for (const line of lines) {
        expect(line.width).toBe(textOf(line).trimEnd().length)
        expect(line.width).toBeLessThanOrEqual(room)
        let x = 0
        for (const span of line.spans) {
          expect(span.x).toBe(x)
          x += span.text.length
        }
      }
    }),
    { seed: 5 },
  )
})

it('ends a line after no word that goes on in the next, and after each that ends one', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 60 }), (made, room) => {
      const all = wordsOf(made)
      const ends = new Set<number>()
      let length = 0
      for (const line of breakLines(all, room, split)) {
        length += textOf(line).length
        ends.add(length)
      }
      let at = 0
      for (const word of all) {
        at += word.text.length
        if (word.joinsNext) expect(ends.has(at)).toBe(false)
        if (word.endsLine) expect(ends.has(at)).toBe(true)
      }
    }),
    { seed: 5 },
  )
})

it('breaks a word that is wider than its room inside', () => {
  const [run] = runs as [TextRun]
  const word = { run, leadingSpace: 0, trailingSpace: 0, joinsNext: false, endsLine: false }
  const lines = breakLines([{ ...word, text: 'x'.repeat(25), width: 25 }], 10, split)
  expect(lines.map(({ width }) => width)).toEqual([10, 10, 5])
})
