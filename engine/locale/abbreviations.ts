import type { Language } from './language.js'
import { noBreakSpace } from './spaces.js'
import type { Rule } from './typeset.js'

/** Before a name. Those in the second list only with their full stop: without it they are words. */
const titles =
  'Mr|Mrs|Ms|Mx|Messrs|Dr|Drs|Prof|St|Ste|Sts|Mme|Mmes|Mlle|Mlles|Mgr|M|MM|Gen|Gén|Col|Lt|Sgt|Capt|Cmdr|Maj|Sen|Rep|Gov|Hon|Rev|Amb'
const onlyWithStop = 'M|MM|Gen|Gén|Col|Sen|Rep|Gov|Hon|Rev|Amb|Maj'

/** Before a number; in small letters or with a capital. */
const parts = 'nos?|pp?|arts?|figs?|vols?|ch|chap|sec|sect|paras?|tab|al|ann|t|cf|éd|ed|c|ca|v'

const months =
  '[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|May|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember|' +
  '[Jj]anvier|[Ff]évrier|[Mm]ars|[Aa]vril|mai|[Jj]uin|[Jj]uillet|[Aa]oût|[Ss]eptembre|[Oo]ctobre|[Nn]ovembre|[Dd]écembre'

const day = '(?:[1-9]|[12]\\d|3[01])(?:er|st|nd|rd|th)?'
const roman = '[IVXLCDM]+(?!\\p{L})|[ivxlc]+(?!\\p{L})'
/** What goes before is no part of a longer word. */
const alone = '(?<![\\p{L}\\p{M}\\p{N}])'

const withoutStop = titles
  .split('|')
  .filter((one) => !onlyWithStop.split('|').includes(one))
  .join('|')
const anyCase = parts
  .split('|')
  .map((one) => `[${one.charAt(0)}${one.charAt(0).toUpperCase()}]${one.slice(1)}`)
  .join('|')

const between = (before: string, after: string): Rule => [
  new RegExp(` (?<=${alone}(?:${before}) )(?=${after})`, 'gu'),
  noBreakSpace,
]

const inBoth: readonly Rule[] = [
  between(`(?:${titles})\\.|${withoutStop}`, '\\p{Lu}'),
  between(`(?:${anyCase})\\.|[Nn][°ºᵒ]|[Nn]os|№|§§?|p`, `\\p{N}|${roman}`),
  // Initials: J. R. Doe.
  between('\\p{Lu}\\.', '\\p{Lu}'),
  between(`(?<![.,/])${day}`, `(?:${months})(?!\\p{L})`),
  between(months, `${day}(?![\\p{L}\\p{N}])`),
]

/** Spaces that no line is broken at: names and numbers stay with what says what they are. */
export const noBreaks: Readonly<Record<Language, readonly Rule[]>> = {
  en: inBoth,
  // Maître and professeur: words of English that are no titles.
  fr: [...inBoth, between('Me|Pr', '\\p{Lu}')],
}
