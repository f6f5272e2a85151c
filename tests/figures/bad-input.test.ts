import { describe, expect, it } from 'vitest'
import {
  buildBarChart,
  buildOwnership,
  buildRiskMatrix,
  buildStatTable,
  buildTimeline,
  describeFigure,
  drawFigure,
} from '../../engine/figures/index.js'
import { textsOf } from '../../engine/figures/label.js'
import { builtInCasebook } from '../built-in/casebook.js'
import { all, asset, canvas, codesOf, invented, textFaults, unwrap, widths } from './board.js'
import { textOfTable } from './text-of-table.js'

const figure = (value: string, unit = 't', rest = '') =>
  `{ value: ${value}, unit: ${unit}, status: confirmed, sources: [first]${rest} }`

function assets(...records: string[]) {
  const casebook = invented({ assets: records.join('\n') })
  return { casebook, records: all(casebook, 'assets') }
}

describe('a bar chart', () => {
  it('refuses figures that measure different things, and negative ones', () => {
    const { records } = assets(
      asset('one', `catch: ${figure('1')}`),
      asset('two', `catch: ${figure('2', 'USD')}`),
      asset('three', `catch: ${figure('-3')}`),
    )
    expect(codesOf(buildBarChart(records, { fields: ['catch'] }, 'en'))).toEqual([
      'graphics/mixed-units',
      'graphics/negative',
    ])
  })

  it('refuses no records, and figures that are all zero', () => {
    const { records } = assets(asset('one', `catch: ${figure('0')}`))
    expect(codesOf(buildBarChart([], { fields: ['catch'] }, 'en'))).toEqual(['graphics/empty'])
    expect(codesOf(buildBarChart(records, { fields: ['catch'] }, 'en'))).toEqual(['graphics/nothing-to-draw'])
  })

  it('keeps the row of a figure that is not known, and invents none', () => {
    const { records } = assets(
      asset('one', `catch: ${figure('5')}`),
      asset('two', 'catch: { value: not counted, status: unknown, sources: [] }'),
    )
    const spec = unwrap(buildBarChart(records, { fields: ['catch'] }, 'en'))
    expect(spec.bars[1]?.amount).toBeUndefined()
    expect(textsOf(drawFigure(spec, canvas(237, 'en'))).map(({ text }) => text)).toContain('not disclosed')
  })

  it('shows a range, and readings that differ, from the lowest to the highest', () => {
    const { records } = assets(
      asset('one', `catch: ${figure('[4, 6]')}`),
      asset(
        'two',
        `catch: ${figure('5', 't', ', alternatives: [{ value: 9, unit: t, sources: [second] }]')}`,
      ),
    )
    const spec = unwrap(buildBarChart(records, { fields: ['catch'] }, 'en'))
    const texts = textsOf(drawFigure(spec, canvas(237, 'en'))).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['4–6', '5–9']))
    expect(textOfTable(describeFigure(spec, 'en').table)).toContain('5\u202ft or 9\u202ft')
  })
})

describe('ownership', () => {
  const owners = (...shares: string[]) =>
    `owners: { value: [${shares.join(', ')}], status: confirmed, sources: [first] }`

  it('names what the parts leave over', () => {
    const { records } = assets(asset('one', owners('{ name: A, percent: 60 }', '{ name: B, percent: 15 }')))
    const spec = unwrap(buildOwnership(records, {}, 'en'))
    expect(spec.holdings[0]?.rest).toBe(25)
    expect(textOfTable(describeFigure(spec, 'en').table)).toContain('rest not published\t25%')
  })

  it('refuses parts over the whole, and parts of nothing', () => {
    const { records } = assets(
      asset('one', owners('{ name: A, percent: 60 }', '{ name: B, percent: 60 }')),
      asset('two', owners('{ name: A, percent: 0 }')),
    )
    expect(codesOf(buildOwnership(records, {}, 'en'))).toEqual([
      'graphics/over-whole',
      'graphics/not-positive',
    ])
  })

  it('refuses records that have no parts', () => {
    expect(codesOf(buildOwnership(assets(asset('one')).records, {}, 'en'))).toEqual(['graphics/empty'])
  })

  it('keeps twelve small parts from running into one another', () => {
    const shares = Array.from(
      { length: 12 },
      (_, index) => `{ name: Holder number ${index}, percent: ${index < 11 ? 2 : 78} }`,
    )
    const spec = unwrap(buildOwnership(assets(asset('one', owners(...shares))).records, {}, 'en'))
    for (const width of widths) {
      const board = canvas(width, 'en')
      expect(textFaults(drawFigure(spec, board), board)).toEqual([])
    }
  })
})

describe('a timeline', () => {
  const event = (id: string, date: string, words = id) =>
    `- id: ${id}\n  date: ${date}\n  event: { value: ${words}, status: confirmed, sources: [first] }\n`

  it('refuses no events, and more than a page holds', () => {
    const many = Array.from({ length: 61 }, (_, index) => event(`e${index}`, '2026-01-01'))
    expect(codesOf(buildTimeline([], {}, 'en'))).toEqual(['graphics/empty'])
    const records = all(invented({ events: many.join('\n') }), 'events')
    expect(codesOf(buildTimeline(records, {}, 'en'))).toEqual(['graphics/too-many'])
  })

  it('draws a day as a dot, a month and a year as long as they are', () => {
    const events = [event('a', '2024'), event('b', '2025-03'), event('c', '2026-02-03')]
    const records = all(invented({ events: events.join('\n') }), 'events')
    const scene = drawFigure(unwrap(buildTimeline(records, {}, 'en')), canvas(237, 'en'))
    expect(scene.shapes.filter(({ kind }) => kind === 'circle')).toHaveLength(1)
    const texts = textsOf(scene).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['2024', 'March 2025', '3\u00a0February 2026']))
  })

  it('draws one event, and sixty on one day', () => {
    for (const count of [1, 60]) {
      const events = Array.from({ length: count }, (_, index) =>
        event(`e${index}`, '2026-01-01', 'Something happened '.repeat(8)),
      )
      const spec = unwrap(buildTimeline(all(invented({ events: events.join('\n') }), 'events'), {}, 'en'))
      const board = canvas(237, 'en')
      expect(textFaults(drawFigure(spec, board), board)).toEqual([])
    }
  })

  it('shortens a label of 2,000 characters in the picture, and keeps it whole in the table', () => {
    const long = 'word '.repeat(400).trim()
    const spec = unwrap(
      buildTimeline(all(invented({ events: event('a', '2026', long) }), 'events'), {}, 'en'),
    )
    const board = canvas(237, 'en')
    const scene = drawFigure(spec, board)
    expect(textFaults(scene, board)).toEqual([])
    expect(scene.height).toBeLessThan(200)
    expect(textOfTable(describeFigure(spec, 'en').table)).toContain(long)
  })
})

describe('a risk matrix', () => {
  const rating = (level: number) => `{ value: ${level}, status: estimated, sources: [first] }`
  const risk = (id: string, rest = '') =>
    `- id: ${id}\n  category: storm\n  statement: { value: Risk ${id}, status: reported, sources: [first] }\n${rest}`

  it('counts category by status where records have no ratings', () => {
    const spec = unwrap(buildRiskMatrix(all(invented({ risks: risk('a') + risk('b') }), 'risks'), {}, 'en'))
    expect(spec.kind).toBe('counted')
    expect(spec.columns).toEqual(['reported'])
  })

  it('sets likelihood against impact where all records rate both', () => {
    const both = (likelihood: number, impact: number) =>
      `  likelihood: ${rating(likelihood)}\n  impact: ${rating(impact)}\n`
    const casebook = invented({ risks: risk('a', both(1, 3)) + risk('b', both(3, 1)) })
    const spec = unwrap(buildRiskMatrix(all(casebook, 'risks'), { casebook }, 'en'))
    expect(spec.rows).toEqual(['Likelihood 3', 'Likelihood 1'])
    expect(spec.entries).toMatchObject([
      { row: 1, column: 1 },
      { row: 0, column: 0 },
    ])
  })

  it('refuses ratings in words whose order it is not told', () => {
    const words =
      '  likelihood: { value: high, status: estimated, sources: [first] }\n  impact: { value: low, status: estimated, sources: [first] }\n'
    const records = all(invented({ risks: risk('a', words) }), 'risks')
    expect(codesOf(buildRiskMatrix(records, {}, 'en'))).toEqual(['graphics/no-rating'])
    expect(buildRiskMatrix(records, { scale: ['low', 'high'] }, 'en').ok).toBe(true)
    expect(codesOf(buildRiskMatrix([], {}, 'en'))).toEqual(['graphics/empty'])
  })
})

describe('a table of years', () => {
  it('has years as columns, from fields that are called alike', () => {
    const { records, casebook } = assets(
      asset(
        'one',
        `catch2024: ${figure('4', 't', ', asOf: 2024')}`,
        `catch2025: ${figure('5', 't', ', asOf: 2025')}`,
      ),
      asset('two', `catch2025: ${figure('1500', 't', ', asOf: 2025')}`),
    )
    const table = unwrap(buildStatTable(records, { casebook, fields: ['catch'] }, 'en'))
    expect(textOfTable(table)).toBe('t\t2024\t2025\none\t4\t5\ntwo\t–\t1,500')
  })

  it('refuses years in units that cannot be compared, and no figures', () => {
    const { records } = assets(
      asset(
        'one',
        `catch2024: ${figure('4', 't', ', asOf: 2024')}`,
        `catch2025: ${figure('5', 'USD', ', asOf: 2025')}`,
      ),
    )
    expect(codesOf(buildStatTable(records, { fields: ['catch'] }, 'en'))).toEqual(['graphics/mixed-units'])
    expect(codesOf(buildStatTable([], { fields: ['catch'] }, 'en'))).toEqual(['graphics/empty'])
  })

  it('cites the source of each figure of the built-in casebook', () => {
    const casebook = builtInCasebook()
    const cited = new Set<string>()
    const table = buildStatTable(
      all(casebook, 'assets'),
      { casebook, fields: ['copper', 'cobalt'] },
      'fr',
      (sources) => {
        for (const source of sources) cited.add(source)
        return { type: 'citation', sources }
      },
    )
    expect(textOfTable(unwrap(table))).toContain('190\u202f600')
    expect(cited).toContain('mn-cmoc24')
  })
})
