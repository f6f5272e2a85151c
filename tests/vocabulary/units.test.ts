import { describe, expect, it } from 'vitest'
import { convert, dimensionOf, isUnit, sameDimension, units } from '../../engine/vocabulary/index.js'

describe('units', () => {
  it.each([
    [1.48, 'Mt', 't', 1480000],
    [2.5, 'kt', 'Mt', 0.0025],
    [7000, 'kg', 't', 7],
    [1.67, 'USD billion', 'USD million', 1670],
    [149, 'US cents/lb', 'USD/lb', 1.49],
    // 21 USD/lb times 2204.62262 lb/t, NIST Handbook 44.
    [21, 'USD/lb', 'USD/t', 46297.075],
    [4100, 'USD/kg', 'USD/t', 4100000],
    [800000, 'USD/month', 'USD/year', 9600000],
    [4.6, 'Mt/year', 'kt/year', 4600],
  ] as const)('turn %s %s into %s', (figure, from, to, expected) => {
    expect(convert(figure, from, to)).toBeCloseTo(expected, 3)
  })

  it('leave a figure alone in its own unit', () => {
    expect(convert(0.1 + 0.2, 'percent', 'percent')).toBe(0.1 + 0.2)
  })

  it('do not turn an amount into a rate or a length', () => {
    expect(convert(5, 't', 't/year')).toBeUndefined()
    expect(sameDimension('t', 'km')).toBe(false)
  })

  it('come back to the same figure, whatever the way', () => {
    for (const from of units)
      for (const to of units)
        if (sameDimension(from, to))
          expect(convert(convert(7, from, to) as number, to, from)).toBeCloseTo(7, 9)
  })

  it('are a closed list', () => {
    expect(isUnit('t')).toBe(true)
    expect(isUnit('thousand t')).toBe(false)
    expect(isUnit('constructor')).toBe(false)
    expect(dimensionOf('percent')).toBe('ratio')
  })
})
