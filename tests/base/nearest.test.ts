import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../engine/base/index.js'

describe('the nearest name', () => {
  it('is one that few slips of the pen lead to, else the only one that begins so', () => {
    expect(nearest('stkae', ['deals', 'stake', 'stages'])).toBe('stake')
    expect(nearest('Orion-Glencor', ['orion-glencore'])).toBe('orion-glencore')
    expect(nearest('warn', ['error', 'warning'])).toBe('warning')
    expect(nearest('com', ['completed', 'commenced'])).toBeUndefined()
    expect(nearest('zinc', ['copper', 'cobalt'])).toBeUndefined()
  })

  it('is what was changed by one edit, wherever that is', () => {
    const letters = fc.constantFrom(...'abcdefgh')
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 4, maxLength: 20 }),
        fc.nat(),
        letters,
        (word, at, letter) => {
          const changed = [...word]
          changed.splice(at % word.length, 1, letter)
          expect(nearest(changed.join(''), ['uvwxyzuvwxyz', word.join('')])).toBe(word.join(''))
        },
      ),
      { numRuns: 300, seed: 1 },
    )
  })

  it('takes no time for long words and for many', () => {
    const long = 'a'.repeat(200_000)
    const many = Array.from({ length: 200_000 }, (_, index) => `record-number-${index}`)
    const start = performance.now()
    expect(nearest(long, ['b'.repeat(200_000), ...many])).toBeUndefined()
    expect(nearest('record', [long])).toBeUndefined()
    expect(nearest('rekord-number-1', many)).toMatch(/^record-number-/)
    // Without a bound each of these takes from seconds to hours.
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
