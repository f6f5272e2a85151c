import { narrowSpace, noBreakSpace } from './spaces.js'
import type { Rule } from './typeset.js'

/** Signs of units, set close to their number as the program's own figures are. */
const signs =
  '%|‰|°C?|[mkMG]?[gt]|[kcm]?m[²³]?|ha|lb|oz|[kMGT]W(?:h|e|c)?|[kMG]?Hz|k?V|bbl|h|min|€|\\$|£|US\\$|USD|EUR|CDF|GBP|CNY|ZAR'

/** Words that make a number what it is. */
const words = [
  '(?:thousand|hundred)s?',
  'milliers?',
  '[mb]illions?|trillions?|milliards?',
  'tonnes?|tons?|kilos?|kilograms?|kilogrammes?|pounds?|livres?|ounces?|onces?',
  'kilomet(?:re|er)s?|kilomètres?|met(?:re|er)s?|mètres?|miles?|hectares?',
  'dollars?|cents?|euros?|francs?',
  'per ?cent|pour ?cent|points?',
  'days?|weeks?|months?|years?|hours?|minutes?|jours?|semaines?|mois|ans?|années?|heures?',
  'people|persons?|personnes?',
].join('|')

const anySpace = '[ \\u2009\\u00a0\\u202f]'
const betweenGroups = new RegExp(
  `[ \\u2009](?<=(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:${anySpace}\\d{3})*${anySpace})(?=\\d{3}(?:${anySpace}\\d{3})*(?!\\p{N}))`,
  'gu',
)
const beforeSign = new RegExp(`(?<=\\p{N})[ \\u2009](?=(?:${signs})(?![\\p{L}\\p{N}]))`, 'gu')
const beforeWord = new RegExp(`(?<=\\p{N})[ \\u2009](?=(?:${words})(?![\\p{L}\\p{N}]))`, 'giu')
const afterCurrency = /(?<=(?<![\p{L}\p{N}])(?:US\$|USD|EUR|CDF|GBP|CNY|ZAR|[$€£]))[ \u2009](?=[-−]?\p{N})/gu

/**
 * Numbers stay on one line, with the unit or currency beside them: spaces in `1 250 000`, `40 km`, `5 million` and `US$ 3`
 * become such that no line breaks at.
 */
export const numbersHeld: readonly Rule[] = [
  [betweenGroups, narrowSpace],
  [beforeSign, narrowSpace],
  [beforeWord, noBreakSpace],
  [afterCurrency, noBreakSpace],
]
