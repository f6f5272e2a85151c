import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsLetter, letterRanges } from '../../engine/base/index.js'

it('keeps numbers as the ranges that they make', () => {
  expect(letterRanges([5, 3, 4, 9, 9, 1, 10])).toEqual([
    [1, 1],
    [3, 5],
    [9, 10],
  ])
  expect(letterRanges([])).toEqual([])
})

it('holds the letters that it was made of and no others', () => {
  const number = fc.integer({ min: 0, max: 300 })
  fc.assert(
    fc.property(fc.array(number), number, (numbers, sought) => {
      expect(holdsLetter(letterRanges(numbers), String.fromCodePoint(sought))).toBe(numbers.includes(sought))
    }),
  )
})

it('looks at whole characters', () => {
  expect(holdsLetter([[0x1f680, 0x1f680]], '🚀')).toBe(true)
  expect(holdsLetter([[0xd83d, 0xd83d]], '🚀')).toBe(false)
})
