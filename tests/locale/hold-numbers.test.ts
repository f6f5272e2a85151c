import { describe, expect, it } from 'vitest'
import { typeset } from '../../engine/locale/index.js'

// Spaces that do not break: `~` for U+00A0 and `_` for U+202F, which cannot be told apart by eye.
const seen = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')

describe('a number in prose', () => {
  it.each([
    ['de 1 250 000 tonnes', 'de 1_250_000~tonnes'],
    ['de 1\u00a0250\u00a0000 t', 'de 1~250~000_t'],
    ['de 1\u202f250 km', 'de 1_250_km'],
    ['−12 500,5 kt', '−12_500,5_kt'],
    ['en 2025 120 000 dollars', 'en 2025 120_000~dollars'],
    ['1\u2009500 MW', '1_500_MW'],
    ['about 5 million people', 'about 5~million people'],
    ['US$ 3 billion', 'US$~3~billion'],
    ['40 km and 3 days', '40_km and 3~days'],
  ])('stays in one piece with its unit: %s', (typed, set) => {
    expect(seen(typeset(typed, 'fr'))).toBe(set)
    expect(seen(typeset(typed, 'en'))).toBe(set)
  })
  it.each([
    'in 2025 120 trucks', // a year beside a count
    'phase 2 the mine',
    'article 4 terms',
    'route N1 250 trucks',
  ])('is no reason to hold other words: %s', (typed) => {
    expect(typeset(typed, 'en')).toBe(typed)
  })
})
