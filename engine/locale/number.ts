import type { Language } from './language.js'
import { enDash, minus, narrowSpace } from './spaces.js'

/**
 * A number as `language` writes it: `1,739` and `4.6`, or `1 739` and `4,6`.
 *
 * `precision` is the count of decimals printed, from 0 to 20, the nearest of which is taken; left out, those that the number has (at most six).
 */
export function formatNumber(value: number, language: Language, precision?: number): string {
  const size = Math.abs(value)
  const digits =
    precision === undefined
      ? shortestDecimals(size)
      : size.toFixed(Math.min(20, Math.max(0, Math.trunc(precision) || 0)))
  const [whole = '0', decimals] = digits.split('.')
  const separators = language === 'fr' ? { group: narrowSpace, decimal: ',' } : { group: ',', decimal: '.' }
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separators.group)
  const sign = value < 0 && Number(digits) !== 0 ? minus : ''
  return sign + grouped + (decimals ? separators.decimal + decimals : '')
}

/** `6–8`; a word where a dash beside a minus sign would be misread: `−3 to 2`. */
export function formatRange(low: number, high: number, language: Language, precision?: number): string {
  const ends = [formatNumber(low, language, precision), formatNumber(high, language, precision)]
  if (low < 0 || high < 0) return ends.join(language === 'fr' ? ' à ' : ' to ')
  return ends.join(enDash)
}

/** Decimals without the noise of binary fractions: `0.1 + 0.2` is `0.3`. */
function shortestDecimals(size: number): string {
  return size.toFixed(6).replace(/\.?0+$/, '')
}
