import { describe, expect, it } from 'vitest'
import { findAppRoot } from '../../host/index.js'
import { fuzzerIn, kinds } from './fuzz-case.js'
import { mutate, randomFrom } from './mutate.js'

const run = fuzzerIn(findAppRoot())

describe('files changed at random', () => {
  it.each(kinds)('are read and checked without an exception: %s', (kind) => {
    let faulty = 0
    for (let seed = 1; seed <= 25; seed += 1) if (run(kind, seed).faults > 0) faulty += 1
    // Where nothing was ever wrong, nothing was changed.
    expect(faulty).toBeGreaterThan(3)
  })

  it('are the same for the same seed', () => {
    const changed = (seed: number) => mutate('- id: one\n  text: two\n', ['three'], randomFrom(seed))
    expect(changed(7)).toBe(changed(7))
    expect(new Set(Array.from({ length: 50 }, (_, seed) => changed(seed))).size).toBeGreaterThan(40)
  })
})
