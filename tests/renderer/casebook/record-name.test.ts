import { describe, expect, it } from 'vitest'
import { matches } from '../../../renderer/casebook/record-name.js'

describe('finding a record by typing', () => {
  it.each(['orion', 'Glencore ori', 'mut 40', 'equite', ''])(
    'finds by the beginnings of any words: %s',
    (query) => {
      expect(matches(query, 'Orion CMC – Glencore: 40% of Mutanda', 'Équité')).toBe(true)
    },
  )

  it('finds by a part of an id', () => {
    expect(matches('glencore', 'A stake', 'orion-glencore')).toBe(true)
  })

  it('does not find within words', () => {
    expect(matches('rion', 'Orion CMC')).toBe(false)
  })
})
