import { monthNames } from './date.js'
import type { IsoDate, PartialDate } from './language.js'
import { firstDay, isDate } from './partial-date.js'

/** A date that stands written in a text, and where: `start` is an offset. */
export interface WrittenDate {
  date: PartialDate
  words: string
  start: number
}

/**
 * The dates that a reader would find in `text`, in English or French: `2026-02-03`, `3 February 2026`,
 * `Feb 3, 2026`, `1er février 2026`, `février 2026`. A year alone is more often a plan or a name than a date, so
 * it counts only with `years`. Template tags and addresses are passed over.
 */
export function writtenDates(text: string, { years = false } = {}): WrittenDate[] {
  const prose = withoutAccents(
    text.replace(/\{\{[\s\S]*?\}\}|\b\w+:\/\/\S+/g, (tag) => ' '.repeat(tag.length)),
  )
  const found: WrittenDate[] = []
  const add = (match: RegExpExecArray, year = '', month?: string | number, day?: string) => {
    const start = match.index
    if (found.some((one) => start >= one.start && start < one.start + one.words.length)) return
    const two = (part: string | number) => `-${String(part).padStart(2, '0')}`
    const date = `${year}${month === undefined ? '' : two(month)}${day === undefined ? '' : two(day)}`
    if (!isDate(date)) return
    found.push({ date, words: text.slice(start, start + match[0].length), start })
  }
  for (const match of prose.matchAll(isoPattern)) add(match, match[1], match[2], match[3])
  for (const match of prose.matchAll(wordPattern))
    add(match, match[4], months.get((match[2] ?? '').toLowerCase()), match[1] ?? match[3])
  if (years) for (const match of prose.matchAll(yearPattern)) add(match, match[0])
  return found.sort((one, other) => one.start - other.start)
}

/** Those of them that begin after `asOf`. */
export function laterDates(text: string, asOf: IsoDate, options?: { years?: boolean }): WrittenDate[] {
  return writtenDates(text, options).filter(({ date }) => firstDay(date) > asOf)
}

const isoPattern = /(?<![\d-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])/g
/** Not part of a figure, such as `12 2000` or `2,025`. */
const yearPattern = /(?<![\d.,\u00a0\u202f-])(?:19|20)\d\d(?![\d%])/g

/** By name in both languages, without accents: the whole of it, or its first three or four letters. */
const months = new Map(
  Object.values(monthNames).flatMap((names) =>
    names.flatMap((name, index) => {
      const plain = withoutAccents(name).toLowerCase()
      return [plain, plain.slice(0, 4), plain.slice(0, 3)].map((word) => [word, index + 1] as const)
    }),
  ),
)
// Begins both `juin` and `juillet`.
months.delete('jui')

const monthWords = [...months.keys()].sort((one, other) => other.length - one.length).join('|')
const wordPattern = new RegExp(
  `(?:\\b(\\d{1,2})(?:er|st|nd|rd|th)?\\s+)?\\b(${monthWords})\\.?\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?(\\d{4})(?!\\d)`,
  'gi',
)

/** Letter for letter, so that offsets stay what they are. */
function withoutAccents(text: string): string {
  return text.replace(/[\u00c0-\u017f]/g, (letter) => letter.normalize('NFD').charAt(0))
}
