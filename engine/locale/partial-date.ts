import type { IsoDate, PartialDate } from './language.js'

/** Whether `text` is a date of year, month or day precision that the calendar has: 30 February is none, nor a day of year 0. */
export function isDate(text: string): text is PartialDate {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  if (year === undefined || year === '0000') return false
  const whole = `${year}-${month}-${day}`
  const found = Date.parse(whole)
  // `Date` takes 30 February for 2 March.
  return !Number.isNaN(found) && new Date(found).toISOString().startsWith(whole)
}

/** Whether `text` is a day like `2026-02-03` that the calendar has. */
export function isDay(text: string): text is IsoDate {
  return text.length === 10 && isDate(text)
}

/** Whether `text` was meant for a date and is none: `2026-2-3`, `2026-02-30`, `2026-02-03T10:00`. */
export function isBadDate(text: string): boolean {
  return /^\d{4}-\d{1,2}(-\d{1,2})?([T ]\d.*)?$/.test(text.trim()) && !isDate(text)
}

/** `2026-02` → `2026-02-01`: the day that a partial date is compared by. */
export function firstDay(date: PartialDate): IsoDate {
  return date + '-01-01'.slice(date.length - 4)
}

/** `2026-02` → `2026-02-28`: the last day that a partial date can mean. */
export function lastDay(date: PartialDate): IsoDate {
  if (date.length === 10) return date
  const [year = 0, month = 12] = date.split('-').map(Number)
  // Day 0 of the next month.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
