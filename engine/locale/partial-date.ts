import type { IsoDate, PartialDate } from './language.js'

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
