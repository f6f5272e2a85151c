import { describe, expect, it } from 'vitest'
import { firstDay, lastDay, laterDates, writtenDates } from '../../engine/locale/index.js'

const dates = (text: string, options?: { years?: boolean }) =>
  writtenDates(text, options).map(({ date }) => date)

describe('dates in a text', () => {
  it.each([
    ['on 2026-02-03, and in 2026-03', ['2026-02-03', '2026-03']],
    [
      '3 February 2026, Feb 4, 2026, February 5th, 2026 and Sept. 2026',
      ['2026-02-03', '2026-02-04', '2026-02-05', '2026-09'],
    ],
    ['le 1er février 2026, en août 2026, le 3 juil. 2026', ['2026-02-01', '2026-08', '2026-07-03']],
    ['3\u00a0mars\u00a02026', ['2026-03-03']],
    ['JUIN 2026 et juillet 2026', ['2026-06', '2026-07']],
  ])('are found in %j', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each([
    'a march of 2026 steps',
    '32 March 2026x, 2026-13-01, 2026-02-30',
    'see https://example.org/2026-02-03/news',
    '{{between events "date" "2026-01-01" "2026-02-28"}}',
    'the quota for 2026',
  ])('are not taken from %j', (text) => {
    expect(dates(text)).toEqual([])
  })

  it('are years as well where asked for, but no figures', () => {
    expect(dates('In 2025, by February 2026, 12,000 t and 2,025 t or 2030 %', { years: true })).toEqual([
      '2025',
      '2026-02',
      '2030',
    ])
  })

  it('keep their words and place', () => {
    expect(writtenDates('Signé le 3 février 2026.')).toEqual([
      { date: '2026-02-03', words: '3 février 2026', start: 9 },
    ])
  })

  it('are later when they begin after a day', () => {
    expect(laterDates('January 2026, February 2026', '2026-01-31').map(({ date }) => date)).toEqual([
      '2026-02',
    ])
  })

  it('of less than a day have a first and a last one', () => {
    expect([firstDay('2024'), firstDay('2024-02'), firstDay('2024-02-03')]).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-02-03',
    ])
    expect([lastDay('2024'), lastDay('2024-02'), lastDay('2023-02'), lastDay('2024-02-03')]).toEqual([
      '2024-12-31',
      '2024-02-29',
      '2023-02-28',
      '2024-02-03',
    ])
  })
})
