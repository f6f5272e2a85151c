import { type Decimal, decimalOf, isZeroDecimal, roundedDecimal } from '../base/index.js'
import type { Language } from './language.js'
import { enDash, minus, narrowSpace } from './spaces.js'

/** A figure to be printed: digits as somebody wrote them, or a number that was reckoned. */
export type Figure = number | Decimal

/** The digits of a figure, whichever it is given as. */
export function digitsOf(figure: Figure): Decimal {
  return typeof figure === 'number' ? decimalOf(figure) : figure
}

/**
 * A number as `language` writes it: `1,739` and `4.60`, or `1 739` and `4,60`.
 *
 * `precision` is the count of decimals printed, from 0 to 20, the nearest of which is taken; halves are rounded away from
 * zero. Left out, those that the number has. Never an exponent, and never zero for what is not zero.
 */
export function formatNumber(value: Figure, language: Language, precision?: number): string {
  const digits = printedDigits(value, precision)
  return (digits.startsWith('-') ? minus : '') + grouped(digits.replace('-', ''), language)
}

/** `6–8`, once where both ends print the same; a word where a dash beside a minus sign would be misread: `−3 to 2`. */
export function formatRange(low: Figure, high: Figure, language: Language, precision?: number): string {
  return joinEnds([formatNumber(low, language, precision), formatNumber(high, language, precision)], language)
}

/** The ends of a range as they are printed, in one. */
export function joinEnds([low, high]: readonly [string, string], language: Language): string {
  if (low === high) return low
  const hasSign = low.startsWith(minus) || high.startsWith(minus)
  return low + (hasSign ? (language === 'fr' ? ' à ' : ' to ') : enDash) + high
}

/** The digits that `formatNumber` prints, without groups and with a point. */
export function printedDigits(value: Figure, precision: number | undefined): Decimal {
  const decimal = digitsOf(value)
  const decimals = Math.min(20, Math.max(0, Math.trunc(precision ?? 0) || 0))
  const digits = precision === undefined ? decimal : roundedDecimal(decimal, decimals)
  return isZeroDecimal(digits) ? digits.replace('-', '') : digits
}

function grouped(digits: Decimal, language: Language): string {
  const [whole = '0', decimals] = digits.split('.')
  const separators = language === 'fr' ? { group: narrowSpace, decimal: ',' } : { group: ',', decimal: '.' }
  return whole.replace(/\B(?=(\d{3})+$)/g, separators.group) + (decimals ? separators.decimal + decimals : '')
}
