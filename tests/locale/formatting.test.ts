import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateRange,
  formatList,
  formatNumber,
  formatQuantity,
  formatRange,
  isPlural,
  phrase,
  unitHeading,
} from '../../engine/locale/index.js'
import { type Unit, units } from '../../engine/vocabulary/index.js'

// Spaces that do not break: `~` for U+00A0 and `_` for U+202F, which cannot be told apart by eye.
const seen = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')

describe('dates', () => {
  it('are as exact as they are known', () => {
    expect(seen(formatDate('2026-02-03', 'en'))).toBe('3~February 2026')
    expect(formatDate('2026-02', 'en')).toBe('February 2026')
    expect(formatDate('2026', 'en')).toBe('2026')
    expect(seen(formatDate('2026-02-03', 'fr'))).toBe('3~février 2026')
  })
  it('have an ordinal for the first of a month in French', () => {
    expect(seen(formatDate('2026-02-01', 'fr'))).toBe('1er~février 2026')
  })
  it('say once what both ends of a range share', () => {
    expect(seen(formatDateRange('2026-02-03', '2026-02-05', 'en'))).toBe('3–5~February 2026')
    expect(formatDateRange('2023', '2026', 'fr')).toBe('2023–2026')
    expect(seen(formatDateRange('2026-01-31', '2026-02-05', 'en'))).toBe('31~January 2026 – 5~February 2026')
  })
})

describe('numbers', () => {
  it('are grouped and pointed as the language does', () => {
    expect(formatNumber(1739, 'en')).toBe('1,739')
    expect(formatNumber(4.6, 'en')).toBe('4.6')
    expect(seen(formatNumber(1739, 'fr'))).toBe('1_739')
    expect(formatNumber(4.6, 'fr')).toBe('4,6')
    expect(seen(formatNumber(1234567.5, 'fr'))).toBe('1_234_567,5')
  })
  it('have a real minus sign, and none before zero', () => {
    expect(formatNumber(-3, 'en')).toBe('−3')
    expect(formatNumber(-0, 'en', 1)).toBe('0.0')
  })
  it('are never zero where they are not', () => {
    expect(formatNumber(-0.04, 'en', 1)).toBe('−0.04')
    expect(formatNumber(0.0000004, 'fr')).toBe('0,0000004')
  })
  it('are as exact as they were written, and have no exponent', () => {
    expect(formatNumber('4.60', 'fr')).toBe('4,60')
    expect(formatNumber('12345678901234567890', 'en')).toBe('12,345,678,901,234,567,890')
    expect(formatNumber(1e21, 'en')).toBe('1,000,000,000,000,000,000,000')
  })
  it('are rounded by their digits, half away from zero', () => {
    const rounded = ['0.35', '1.45', '-0.15', '1.25'].map((one) => formatNumber(Number(one), 'en', 1))
    expect(rounded).toEqual(['0.4', '1.5', '−0.2', '1.3'])
    expect(formatNumber(1.005, 'en', 2)).toBe('1.01')
  })
  it('do not show the noise of binary fractions', () => {
    expect(formatNumber(0.1 + 0.2, 'en')).toBe('0.3')
    expect(formatNumber(100, 'en')).toBe('100')
  })
  it('are joined by an en dash, or by a word beside a minus sign', () => {
    expect(formatRange(120000, 240000, 'en')).toBe('120,000–240,000')
    expect(formatRange(-3, 2, 'en')).toBe('−3 to 2')
  })
  it('are printed once where both ends are the same', () => {
    expect(formatRange(7, 7, 'en')).toBe('7')
    expect(formatRange(7.01, 7.04, 'en', 1)).toBe('7.0')
  })
})

describe('quantities', () => {
  it('have their unit in words', () => {
    expect(seen(formatQuantity(100000, 't/year', 'en'))).toBe('100,000_t a~year')
    expect(seen(formatQuantity(100000, 't/year', 'fr'))).toBe('100_000_t par~an')
    expect(seen(formatQuantity(6, 'days', 'en'))).toBe('6~days')
    expect(seen(formatQuantity(1, 'days', 'en'))).toBe('1~day')
  })
  it('write percent with a space in French alone', () => {
    expect(formatQuantity(40, 'percent', 'en')).toBe('40%')
    expect(seen(formatQuantity(40, 'percent', 'fr'))).toBe('40_%')
    expect(formatQuantity([8, 12], 'percent', 'en')).toBe('8–12%')
  })
  it('write money as each language does, plural from 2 in French', () => {
    expect(seen(formatQuantity(9, 'USD billion', 'en'))).toBe('US$9~billion')
    expect(seen(formatQuantity(9, 'USD billion', 'fr'))).toBe('9~milliards de dollars~US')
    expect(seen(formatQuantity(1.67, 'USD billion', 'fr'))).toBe('1,67~milliard de dollars~US')
  })
  it('agree with the figure as it is printed', () => {
    const printed = (value: Parameters<typeof formatQuantity>[0], unit: Unit, precision?: number) =>
      seen(formatQuantity(value, unit, 'fr', { precision }))
    expect(printed(1, 'kt')).toBe('1~millier de~t')
    expect(printed(1.5, 'kt/year')).toBe('1,5~millier de~t par~an')
    expect(printed([1, 2], 'kt')).toBe('1–2~milliers de~t')
    expect(printed([2, 2], 'kt')).toBe('2~milliers de~t')
    expect(printed(1.96, 'USD million', 1)).toBe('2,0~millions de dollars~US')
    expect(printed(0.5, 'USD')).toBe('0,5~dollar~US')
    expect(printed(1, 'US cents/lb')).toBe('1~cent~US la~livre')
    expect(seen(formatQuantity(1.2, 'days', 'en', { precision: 0 }))).toBe('1~day')
    expect(seen(formatQuantity('1.0', 'days', 'en'))).toBe('1.0~days')
    const plural = /milliers|millions|1~dollars|livres|jours/
    for (const unit of units) expect(printed(1, unit), unit).not.toMatch(plural)
  })
  it('have their sign before the currency', () => {
    expect(seen(formatQuantity(-5, 'USD million', 'en'))).toBe('−US$5~million')
    expect(seen(formatQuantity([-5, -3], 'USD million', 'en'))).toBe('−US$5 to −US$3~million')
    expect(seen(formatQuantity([-5, 3], 'USD', 'en'))).toBe('−US$5 to US$3')
    expect(seen(formatQuantity(-5, 'USD million', 'fr'))).toBe('−5~millions de dollars~US')
  })
  it('say how a figure bounds the truth', () => {
    expect(seen(formatQuantity(9, 'USD billion', 'en', { bound: 'at-most' }))).toBe('up to~US$9~billion')
    expect(seen(formatQuantity(30, 'km', 'fr', { bound: 'about' }))).toBe('environ~30_km')
  })
  it('are written for every unit in both languages, with a head for its column', () => {
    for (const unit of units) {
      for (const language of ['en', 'fr'] as const) {
        expect(formatQuantity(2, unit, language), unit).toMatch(/2/)
        expect(unitHeading(unit, language), unit).not.toMatch(/USD|\//)
      }
    }
  })
})

describe('words', () => {
  it('are listed with a conjunction and no comma before it', () => {
    expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b and c')
    expect(formatList(['a', 'b', 'c'], 'fr')).toBe('a, b et c')
    expect(formatList(['a', 'b'], 'fr', 'or')).toBe('a ou b')
    expect(formatList([], 'en')).toBe('')
  })
  it('take the plural at 0 in English and not before 2 in French', () => {
    expect([0, 1, 2].map((count) => isPlural(count, 'en'))).toEqual([true, false, true])
    expect([0, 1, 1.5, 2].map((count) => isPlural(count, 'fr'))).toEqual([false, false, false, true])
  })
  it('fill the slots of a phrase', () => {
    expect(phrase('page-of', 'fr', { page: 2, pages: 3 })).toBe('Page 2 sur 3')
  })
})

describe('a count of decimals that no number has', () => {
  it('is taken for the nearest that one can have', () => {
    expect(formatNumber(2.34, 'en', -1)).toBe('2')
    expect(formatNumber(2.34, 'en', Number.NaN)).toBe('2')
    expect(formatNumber(2.34, 'en', 900)).toMatch(/^2\.3\d{19}$/)
  })
})
