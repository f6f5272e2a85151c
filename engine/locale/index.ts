/**
 * How dates, figures, lists and the program's own words are written in English and French.
 *
 * Takes plain values and a language, gives text. Pure: no system locale, no clock.
 */
export { startedLarge } from './capital.js'
export { formatDate, formatDateRange } from './date.js'
export {
  type IsoDate,
  type Language,
  type LocalText,
  languages,
  type PartialDate,
  textIn,
} from './language.js'
export { isLanguageTag, type LanguageTag, languageOfRules } from './language-tag.js'
export { formatList, type Joint, listSeparators } from './list.js'
export { digitsOf, type Figure, formatNumber, formatRange } from './number.js'
export { firstDay, isBadDate, isDate, isDay, lastDay } from './partial-date.js'
export { boundWords, isPhraseKey, type PhraseKey, phrase, phrases, statusLabels } from './phrases.js'
export { isPlural } from './plural.js'
export { formatQuantity, type QuantityStyle, unitHeading } from './quantity.js'
export { enDash, minus, narrowSpace, noBreakSpace } from './spaces.js'
export { type Stretch, typeset, typesetLine } from './typeset.js'
export { laterDates, type WrittenDate, writtenDates } from './written-dates.js'
