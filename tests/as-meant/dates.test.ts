import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf, placeKey } from '../../engine/base/index.js'
import { parseBrief } from '../../engine/brief/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import { isDate, isDay } from '../../engine/locale/index.js'
import { parseTemplate } from '../../engine/template/index.js'
import { dealWith, smallFiles, smallHeader } from '../small/casebook.js'
import { faults, staticFaults } from '../small/trial.js'

const two = (part: number) => String(part).padStart(2, '0')

/** Texts of the form of a day that are no day. */
const noDay = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 13, max: 99 }))
    .map(([year, month]) => `${year}-${two(month)}-01`),
  fc
    .tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.constantFrom(['02', 30], ['04', 31], ['06', 31], ['09', 31], ['11', 31], ['12', 32], ['01', 0]),
    )
    .map(([year, [month, day]]) => `${year}-${month}-${two(day as number)}`),
  fc.constantFrom('2025-02-29', '1900-02-29', '0000-00-00', '2026-00-10', '0000-05-05', '2026-10-00'),
)

/** What is only nearly written as a day. */
const nearlyDay = fc.constantFrom('2026-2-3', '2026-02-3', '2026-02-30T10:00', '2026-02-03 10:00', '2026-2')

describe('a date', () => {
  it('C1 is one that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          expect([day, day.slice(0, 7), day.slice(0, 4)].every(isDate)).toBe(true)
          expect(isDay(day)).toBe(true)
        },
      ),
    )
    fc.assert(
      fc.property(fc.oneof(noDay, nearlyDay), (text) => {
        expect(isDate(text)).toBe(false)
      }),
    )
  })
  it('C1 is refused once, and in its place, wherever it is given as none', () => {
    fc.assert(
      fc.property(fc.oneof(noDay, nearlyDay), (day) => {
        const brief = parseBrief({
          path: 'b.yaml',
          text: `template: t\nasOf: ${day}\nissued: ${day}\n`,
        })
        expect(diagnosticsOf(brief).map(({ code, at }) => [code, at && placeKey(at)])).toEqual([
          ['brief/field', 'b.yaml:2:7'],
          ['brief/field', 'b.yaml:3:9'],
        ])
        const claim = `signed: { value: ${day}, status: confirmed, sources: [first] }`
        const found = [
          parseCasebook(smallFiles(dealWith(claim))),
          parseCasebook(smallFiles(dealWith(claim.replace(day, `"${day}"`)))),
          parseCasebook(
            smallFiles(dealWith(claim.replace(day, 'x').replace('status:', `asOf: ${day}, status:`))),
          ),
          parseCasebook(smallFiles({ casebook: smallHeader().replace('2026-02-28', day) })),
        ].map((casebook) => diagnosticsOf(casebook).map(({ code }) => code))
        for (const codes of found) expect(codes).toEqual(['casebook/bad-date'])
        const since = '  - { name: since, type: date, label: Since }\n'
        const head = `parameters:\n${since}`
        expect(
          faults('x', { head, brief: { parameters: { since: day } } }).map(({ code, at }) => [code, at]),
        ).toEqual([['brief/parameter-type', { parameter: 'since' }]])
        const written = `---\nid: t\ntitle: T\ndescription: D\nkind: k\nlanguages: [en]\nversion: '1'\nparameters:\n  - { name: since, type: date, label: L, default: ${day} }\n---\n`
        expect(
          diagnosticsOf(parseTemplate({ path: 't.hbs', text: written })).map(({ code }) => code),
        ).toEqual(['template/field'])
        for (const call of [
          `date "${day}"`,
          `count (between deals "signed" "${day}" "2026-02-28")`,
          `count (where deals signed="${day}")`,
          `count (changes deals "${day}")`,
          `daysBefore "${day}" 3`,
          `eq deal.signed "${day}"`,
        ])
          expect(
            staticFaults(`{{${call}}}`).map(({ code }) => code),
            call,
          ).toEqual(['template/argument'])
      }),
      { numRuns: 20 },
    )
  })
  it('C1 has a beginning before its end where it is a period', () => {
    const claim = (period: string) =>
      dealWith(`signed: { value: x, asOf: ${period}, status: confirmed, sources: [first] }`)
    expect(parseCasebook(smallFiles(claim('2021/2024'))).ok).toBe(true)
    expect(parseCasebook(smallFiles(claim('2024/2021'))).ok).toBe(false)
    expect(parseCasebook(smallFiles(claim('2021/2024-02-30'))).ok).toBe(false)
  })
})
