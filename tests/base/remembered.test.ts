import { expect, it } from 'vitest'
import { keptWith, remembered } from '../../engine/base/index.js'

it('works a value out once for each key', () => {
  const made: string[] = []
  const lengthOf = remembered<number>(10)
  const ask = (key: string) => lengthOf(key, () => made.push(key))
  expect([ask('a'), ask('b'), ask('a'), ask('b')]).toEqual([1, 2, 1, 2])
  expect(made).toEqual(['a', 'b'])
})

it('forgets all before it would keep more than it may', () => {
  const made: string[] = []
  const kept = remembered<string>(10, (key) => key.length)
  const ask = (key: string) => kept(key, () => `${made.push(key)}`)
  for (const key of ['aaaa', 'bbbb', 'cccc', 'cccc', 'aaaa']) ask(key)
  expect(made).toEqual(['aaaa', 'bbbb', 'cccc', 'aaaa'])
})

it('does not keep what alone is more than it may', () => {
  let count = 0
  const kept = remembered<number>(3, (key) => key.length)
  expect([1, 2].map(() => kept('long', () => ++count))).toEqual([1, 2])
  expect([1, 2].map(() => kept('b', () => ++count))).toEqual([3, 3])
})

it('keeps a value with the object that it was made from, not with one like it', () => {
  let count = 0
  const numberOf = keptWith((_: { path: string }) => ({ count: ++count }))
  const file = { path: 'a' }
  expect([numberOf(file), numberOf({ ...file }), numberOf(file)]).toEqual([
    { count: 1 },
    { count: 2 },
    { count: 1 },
  ])
})
