import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDecimals, decimalOf, readDecimal, roundedDecimal, scaleDecimal } from '../../engine/base/index.js'

/** Digits with a point somewhere, as somebody writes them. */
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 12 }))
  .map(([isNegative, digits, scale]) => {
    const text = String(digits).padStart(scale + 1, '0')
    const point = text.length - scale
    const size = text.slice(0, point) + (scale > 0 ? `.${text.slice(point)}` : '')
    return isNegative && /[1-9]/.test(size) ? `-${size}` : size
  })

describe('a decimal', () => {
  it('is read to the last digit, in whatever manner it is written', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        expect(readDecimal(text)).toBe(text)
      }),
    )
    expect(readDecimal('1.2e6')).toBe('1200000')
    expect(readDecimal('12e-4')).toBe('0.0012')
    expect(readDecimal('+.50')).toBe('0.50')
    expect(readDecimal('00652')).toBe('652')
    expect(readDecimal('-0')).toBe('0')
    for (const word of ['', '.', '-', '0x1F', '1,5', '1 000', '12:30', '1e', '1e99999', 'NaN', '1.2.3'])
      expect(readDecimal(word), word).toBeUndefined()
  })
  it('says what a double says, without its noise', () => {
    expect(decimalOf(0.1 + 0.2)).toBe('0.3')
    expect(decimalOf(1e21)).toBe('1000000000000000000000')
    expect(decimalOf(1e-9)).toBe('0.000000001')
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
        const read = Number(decimalOf(value))
        expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14 + Number.MIN_VALUE * 1e10)
      }),
    )
  })
  it('is rounded by its digits, half away from zero, and to nothing only where it is nothing', () => {
    expect(roundedDecimal('1.005', 2)).toBe('1.01')
    expect(roundedDecimal('-0.35', 1)).toBe('-0.4')
    expect(roundedDecimal('2.5', 0)).toBe('3')
    expect(roundedDecimal('9.96', 1)).toBe('10.0')
    expect(roundedDecimal('0.004', 1)).toBe('0.004')
    expect(roundedDecimal('-0.0447', 1)).toBe('-0.04')
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 14 }), (value, decimals) => {
        const rounded = roundedDecimal(value, decimals)
        expect(/[1-9]/.test(rounded)).toBe(/[1-9]/.test(value))
        const off = addDecimals(value, rounded.startsWith('-') ? rounded.slice(1) : `-${rounded}`)
        const half = scaleDecimal('1', ['0.5'], [`1${'0'.repeat(decimals)}`], 6)
        const isOff = (size: string) => size.replace('-', '')
        if ((rounded.split('.')[1] ?? '').length === decimals)
          expect(Number(isOff(off))).toBeLessThanOrEqual(Number(half) * (1 + 1e-12))
      }),
    )
  })
  it('adds up exactly and keeps its decimals', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(addDecimals('1.50', '1.50')).toBe('3.00')
    expect(addDecimals('12345678901234567890', '1')).toBe('12345678901234567891')
    fc.assert(
      fc.property(decimal, decimal, (one, other) => {
        expect(addDecimals(one, other)).toBe(addDecimals(other, one))
      }),
    )
  })
  it('comes back from another unit as it was, but for zeros at its end', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 1, max: 9 }), (value, power) => {
        const factor = `1${'0'.repeat(power)}`
        const back = scaleDecimal(scaleDecimal(value, [factor], ['1'], 6), ['1'], [factor], 6)
        expect(addDecimals(back, '0')).toBe(scaleDecimal(value, ['1'], ['1'], 6))
      }),
    )
  })
})
