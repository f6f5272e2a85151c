import { expect, it } from 'vitest'
import { letterRanges } from '../../../engine/base/index.js'
import { unprintedIn, unprintedLetters } from '../../../renderer/editor/unprinted.js'

const letters = letterRanges([...'éœ–’\u00a0'].map((letter) => letter.codePointAt(0) as number))

it('finds nothing in what the fonts have', () => {
  expect(unprintedIn('Plain words\n\twith “none” – café’s'.replace(/[“”]/g, '"'), letters)).toEqual([])
  expect(unprintedIn('', letters)).toEqual([])
})

it('finds each letter where it stands, in the units of a text', () => {
  expect(unprintedIn('a 🚀 é象', letters)).toEqual([
    { letter: '🚀', from: 2, to: 4 },
    { letter: '象', from: 6, to: 7 },
  ])
})

it('takes an emoji of several characters, and a letter with a mark, as one', () => {
  const found = unprintedIn('x👨‍👩‍👧y e\u0301 ❤️', letters)
  expect(found.map(({ letter }) => letter)).toEqual(['👨‍👩‍👧', 'e\u0301', '❤️'])
})

it('lists each once, and leaves fields of the casebook alone', () => {
  expect(unprintedLetters('🚀 and 🚀, {{deal.象}} and **象**', letters)).toEqual(['🚀', '象'])
})
