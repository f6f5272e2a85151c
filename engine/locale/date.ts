import type { Language, PartialDate } from './language.js'
import { enDash, noBreakSpace } from './spaces.js'

/** From January. */
export const monthNames: Record<Language, readonly string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
}

/** `3 February 2026`, `February 2026` or `2026`: as exact as the date is. Day and month stay on one line. */
export function formatDate(date: PartialDate, language: Language): string {
  const { year, month, day } = partsOf(date)
  if (month === undefined) return year
  const name = monthNames[language][month - 1] ?? String(month)
  if (day === undefined) return `${name} ${year}`
  return `${formatDay(day, language)}${noBreakSpace}${name} ${year}`
}

/** `3–5 February 2026`, `3 January – 5 February 2026`, `2023–2026`: what both ends share is said once. */
export function formatDateRange(from: PartialDate, to: PartialDate, language: Language): string {
  if (from === to) return formatDate(from, language)
  const start = partsOf(from)
  const end = partsOf(to)
  if (start.month === undefined && end.month === undefined) return `${start.year}${enDash}${end.year}`
  if (start.year === end.year && start.month === end.month && start.day && end.day) {
    return `${formatDay(start.day, language)}${enDash}${formatDate(to, language)}`
  }
  return `${formatDate(from, language)} ${enDash} ${formatDate(to, language)}`
}

/** The first of a month is an ordinal in French, the other days are not. */
function formatDay(day: number, language: Language): string {
  return language === 'fr' && day === 1 ? '1er' : String(day)
}

function partsOf(date: PartialDate): { year: string; month?: number; day?: number } {
  const [year = date, month, day] = date.split('-')
  return {
    year,
    month: month ? Number(month) : undefined,
    day: day ? Number(day) : undefined,
  }
}
