import type { Language } from './language.js'
import { type Figure, printedDigits } from './number.js'

/**
 * Whether a count takes the plural as it is printed, with `precision` decimals: all but 1 in English (`1.0 tonnes`), 2 and
 * more in French (`1,5 million`).
 */
export function isPlural(count: Figure, language: Language, precision?: number): boolean {
  const size = printedDigits(count, precision).replace('-', '')
  return language === 'fr' ? Number(size) >= 2 : size !== '1'
}
