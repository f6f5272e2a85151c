import { expect, test } from 'vitest'
import { slopeAfterFirstTenth } from './slope.js'

test('gives the step of what grows evenly', () => {
  expect(slopeAfterFirstTenth(Array.from({ length: 20 }, (_, at) => 7 + 3 * at))).toBeCloseTo(3)
})

test('leaves out the first tenth', () => {
  expect(slopeAfterFirstTenth([0, 50, ...Array.from({ length: 18 }, () => 100)])).toBe(0)
})

test('finds growth that goes up and down', () => {
  expect(slopeAfterFirstTenth(Array.from({ length: 101 }, (_, at) => 2 * at + (at % 2)))).toBeCloseTo(2)
})

test('says nothing of a single value', () => {
  expect(slopeAfterFirstTenth([4])).toBe(0)
})
