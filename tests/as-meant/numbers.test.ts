import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertDecimal, type Unit, units } from '../../engine/vocabulary/index.js'
import { casebookOf, dealWith, smallFiles } from '../small/casebook.js'
import { staticFaults, text } from '../small/trial.js'

const head = 'parameters:\n  - { name: deal, type: record, collection: deals, label: Deal, default: one }\n'

/** What a body prints of a casebook with one deal, whose claims are `lines`, from the paragraph's text. */
function printed(body: string, lines: string[], language: 'en' | 'fr' = 'en'): string {
  const casebook = casebookOf(smallFiles(dealWith(...lines)))
  return text(body, { head, casebook, brief: { language } })
    .replace(/^p /, '')
    .replace(/\[\d+\]$/, '')
}

const claim = (name: string, value: string, unit?: Unit) =>
  `${name}: { value: ${value}, ${unit ? `unit: ${unit}, ` : ''}status: confirmed, sources: [first] }`

/** Digits as they are written, and no sign: `4.60`, `0.005`. */
const figure = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 22n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => {
    const all = String(digits).padStart(scale + 1, '0')
    return scale === 0 ? all : `${all.slice(0, -scale)}.${all.slice(-scale)}`
  })

/** The digits that a printed number has, as it would be written. */
const digitsIn = (words: string, point: string) =>
  words
    .replace(point, '#')
    .replace(/[^\d#]/g, '')
    .replace('#', '.')

describe('a number', () => {
  it('B1 is printed to the last digit that was written', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom('en' as const, 'fr' as const), (written, language) => {
        const point = language === 'fr' ? ',' : '.'
        expect(digitsIn(printed('{{deal.volume}}', [claim('volume', written, 't')], language), point)).toBe(
          written,
        )
        expect(digitsIn(printed(`{{number ${written}}}`, [], language), point)).toBe(written)
      }),
      { numRuns: 25 },
    )
  })
  it('B1 is, in a range, in parts of a whole, as a place and as text, too', () => {
    expect(printed('{{deal.volume}}', [claim('volume', '[1.0, 2.50]', 't')])).toBe('1.0–2.50 t')
    expect(printed('{{deal.volume}}', [claim('volume', '[{ name: Acme, percent: 40.0 }]')])).toBe(
      'Acme 40.0%',
    )
    expect(printed('{{deal.volume}}', [claim('volume', '{ latitude: -11.50, longitude: 27.0 }')])).toBe(
      '11.50° S, 27.0° E',
    )
    expect(printed('{{money "1250000.50"}}', [])).toBe('US$1,250,000.50')
  })
  it('B1 keeps its digits in a sum and in another unit', () => {
    const two = [claim('volume', '0.1', 'kt'), claim('price', '[1.25, 2.25]', 'kt')]
    expect(printed('{{sum deals "volume"}}', two)).toBe('0.1 thousand t'.replaceAll(' ', ' '))
    expect(printed('{{sum deals "price"}}', two)).toBe('1.25–2.25 thousand t')
    expect(printed('{{show deal.volume unit="t"}}', two)).toBe('100 t')
    expect(printed('{{show deal.volume unit="kg"}}', [claim('volume', '1234567.891', 't')])).toBe(
      '1,234,567,891 kg',
    )
  })
  it('B1 comes back from any unit of the same measure', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        (value, from, to) => {
          const there = convertDecimal(String(value), from, to, 12)
          const back = there && convertDecimal(there, to, from, 6)
          if (back) expect(Number(back)).toBeCloseTo(value, 3)
        },
      ),
    )
  })
  it('B2 is rounded by its digits, half away from zero, and never to nothing', () => {
    const rounded = (value: string, precision: number) =>
      printed(`{{number ${value} precision=${precision}}}`, [])
    expect(rounded('2.675', 2)).toBe('2.68')
    expect(rounded('-8.25', 1)).toBe('−8.3')
    expect(rounded('0.0049', 2)).toBe('0.005')
    expect(printed('{{show deal.volume precision=1}}', [claim('volume', '0.25', 'percent')])).toBe('0.3%')
  })
  it('B1 has no zeros before it, or is refused', () => {
    const found = staticFaults('{{number 00652}} {{number -07.50}} {{number 0.50}} {{number 0 precision=01}}')
    expect(found.map(({ code, at }) => [code, at && 'column' in at && at.column])).toEqual([
      ['template/argument', 10],
      ['template/argument', 27],
      ['template/argument', 73],
    ])
  })
  it('B3 has its sign before the currency, and its unit in the number that it is printed in', () => {
    expect(printed('{{money -7 unit="USD billion"}}', [])).toBe('−US$7 billion')
    expect(printed('{{deal.volume}}', [claim('volume', '1.9', 'kt')], 'fr')).toBe('1,9 millier de t')
    expect(printed('{{deal.volume}}', [claim('volume', '1', 'USD/t')], 'fr')).toBe('1 dollar US la tonne')
    expect(printed('{{deal.volume}}', [claim('volume', '[4, 4]', 'days')])).toBe('4 days')
  })
})
