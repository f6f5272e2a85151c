import { describe, expect, it } from 'vitest'
import { firstDay, knownOn } from '../../engine/casebook/index.js'
import { builtInCasebook } from '../built-in/casebook.js'
import { casebookOf, dealWith, smallFiles } from '../small/casebook.js'

function known(date: string, files: Record<string, string>) {
  return knownOn(casebookOf(smallFiles(files)), date)
}

/** Whether a deal's claim, written as `stake`, is known on a date. */
function knows(date: string, stake: string): boolean {
  const deal = known(date, dealWith(`stake: ${stake}`)).collections.deals[0]
  return deal?.fields.stake !== undefined
}

function events(date: string, ...written: string[]): string[] {
  const files = { events: written.map((event, index) => `- id: e${index + 1}\n  ${event}\n`).join('') }
  return known(date, files).collections.events.map((event) => event.id)
}

describe('what is known on a date', () => {
  it('leaves out a claim that speaks for a later day', () => {
    const stake = '{ value: 1, unit: t, asOf: 2026-01-20, status: confirmed, sources: [undated] }'
    expect(knows('2026-01-19', stake)).toBe(false)
    expect(knows('2026-01-20', stake)).toBe(true)
  })

  it('compares a month or a year by its first day', () => {
    expect([firstDay('2026'), firstDay('2026-02'), firstDay('2026-02-03')]).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-02-03',
    ])
    expect(
      knows('2026-02-01', '{ value: 1, unit: t, asOf: 2026-02, status: confirmed, sources: [undated] }'),
    ).toBe(true)
  })

  it('leaves out a claim whose dated sources were all published later', () => {
    const stake = '{ value: 1, unit: t, status: confirmed, sources: [second, undated] }'
    expect(knows('2026-02-09', stake)).toBe(false)
    expect(knows('2026-02-10', stake)).toBe(true)
    expect(knows('2020-01-01', '{ value: 1, unit: t, status: confirmed, sources: [undated] }')).toBe(true)
  })

  it('keeps what happened by then, if a source without a date may have told of it', () => {
    const signed = (sources: string) => `{ value: 2026-01-20, status: confirmed, sources: [${sources}] }`
    expect(knows('2026-01-31', signed('second, undated'))).toBe(true)
    expect(knows('2026-01-31', signed('second'))).toBe(false)
    expect(knows('2026-01-19', signed('second, undated'))).toBe(false)
  })

  it('keeps what a source had announced by then for a later day', () => {
    expect(
      knows('2026-01-15', '{ value: 1, unit: t, asOf: 2027, status: announced, sources: [first] }'),
    ).toBe(true)
    expect(
      knows('2026-01-09', '{ value: 1, unit: t, asOf: 2027, status: announced, sources: [first] }'),
    ).toBe(false)
    expect(
      knows('2026-01-15', '{ value: 1, unit: t, asOf: 2027, status: estimated, sources: [first] }'),
    ).toBe(false)
    expect(
      knows('2026-01-15', '{ value: 1, unit: t, asOf: 2027, status: announced, sources: [undated] }'),
    ).toBe(false)
  })

  it('leaves out a date that has not come yet', () => {
    expect(knows('2026-01-15', '{ value: 2026-02-03, status: confirmed, sources: [undated] }')).toBe(false)
    expect(knows('2026-01-15', '{ value: 2026-02-03, status: announced, sources: [first] }')).toBe(true)
  })

  it('leaves out a reading that nobody had published', () => {
    const stake =
      'stake: { value: 1, unit: t, status: disputed, sources: [first], alternatives: [{ value: 2, sources: [second] }] }'
    const claim = known('2026-02-01', dealWith(stake)).collections.deals[0]?.fields.stake
    expect(claim).toMatchObject({ kind: 'claim', claim: { value: { number: 1 } } })
    expect(claim).not.toHaveProperty('claim.alternatives')
  })

  it('leaves out a deal of which nothing that has a date is known', () => {
    const deals = (date: string, ...lines: string[]) =>
      known(date, dealWith(...lines)).collections.deals.map((deal) => deal.id)
    const signed = 'signed: { value: 2026-02-03, status: confirmed, sources: [undated] }'
    const stake = 'stake: { value: 1, unit: t, status: confirmed, sources: [undated] }'
    expect(deals('2020-01-01')).toEqual(['one'])
    expect(deals('2026-02-02', signed, stake)).toEqual([])
    expect(deals('2026-02-03', signed, stake)).toEqual(['one'])
  })

  it('takes a source without a date for no older than what it reports', () => {
    const signed = 'signed: { value: 2026-02-03, status: confirmed, sources: [undated] }'
    const assets =
      '- id: mine\n  name: Mine\n  owners: { value: [{ name: A, percent: 60 }], status: confirmed, sources: [undated] }\n'
    const mine = (date: string) => known(date, { ...dealWith(signed), assets }).collections
    expect(mine('2026-02-02').assets[0]?.fields.owners).toBeUndefined()
    expect(mine('2026-02-02').sources.map((source) => source.id)).toEqual(['first'])
    expect(mine('2026-02-03').assets[0]?.fields.owners).toBeDefined()
  })

  it('names only the sources that were out', () => {
    const stake = 'stake: { value: 1, unit: t, status: confirmed, sources: [first, second] }'
    expect(known('2026-02-01', dealWith(stake)).collections.deals[0]?.fields.stake).toMatchObject({
      claim: { sources: ['first'] },
    })
  })

  it('leaves out prose that names a later day, or is about what is left out', () => {
    const gaps = (date: string) =>
      known(date, {
        ...dealWith('signed: { value: 2026-02-03, status: confirmed, sources: [second] }'),
        gaps: '- { id: later, text: Nothing after February 2026 }\n- { id: deal, text: Its price, about: [one] }\n- { id: plain, text: Its owner }\n',
      }).collections.gaps.map((gap) => gap.id)
    expect(gaps('2026-01-31')).toEqual(['plain'])
    expect(gaps('2026-02-28')).toEqual(['later', 'deal', 'plain'])
  })

  it('leaves out later events, except those that were planned by then', () => {
    const event = (date: string, status: string, source: string) =>
      `date: ${date}\n  event: { value: It happens, status: ${status}, sources: [${source}] }`
    const written = [
      event('2026-01-10', 'confirmed', 'second'),
      event('2026-02-20', 'reported', 'first'),

      event('2026-02-20', 'announced', 'first'),
      event('2026-02-20', 'announced', 'undated'),
      event('2026-06', 'announced', 'undated'),
      event('2026-06', 'announced', 'second'),
    ] as const
    expect(events('2026-01-15', ...written)).toEqual(['e2', 'e3', 'e5'])
    expect(events('2026-01-09', ...written)).toEqual(['e5'])
    expect(events('2026-02-28', ...written)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6'])
  })

  it('is the whole built-in casebook on its own last day', () => {
    const casebook = builtInCasebook()
    const { events: all, ...rest } = casebook.collections
    const { events: found, ...others } = knownOn(casebook, casebook.asOf).collections
    expect(others).toEqual(rest)
    expect(found).toEqual(all)
  })

  it('does not change the casebook, and never claims to know more than it', () => {
    const casebook = builtInCasebook()
    const before = JSON.stringify(casebook)
    expect(knownOn(casebook, '2025-06-30').asOf).toBe('2025-06-30')
    expect(knownOn(casebook, '2030-01-01').asOf).toBe(casebook.asOf)
    expect(JSON.stringify(casebook)).toBe(before)
  })
})
