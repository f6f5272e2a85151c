import { describe, expect, it } from 'vitest'
import { buildBarChart } from '../../engine/figures/bar-chart/build-bar-chart.js'
import { buildStatTable } from '../../engine/figures/stat-table/build-stat-table.js'
import { textOfTable } from '../figures/text-of-table.js'
import { casebookOf, dealWith, smallFiles } from '../small/casebook.js'
import { faults, text } from '../small/trial.js'

const deal = (id: string, claim: string) =>
  dealWith(`volume: { ${claim}, status: announced, sources: [first] }`).deals?.replace(
    'id: one',
    `id: ${id}`,
  ) ?? ''

const two = (one: string, other: string) =>
  casebookOf(smallFiles({ deals: deal('one', one) + deal('two', other) }))

const head = 'sections: []\n'
const summed = (one: string, other: string) =>
  text('{{sum deals "volume"}}', { head, casebook: two(one, other) })

describe('a figure taken out of its claim', () => {
  it('D1 is added up with its bound, its measure and its status', () => {
    expect(summed('value: 2, unit: kt, bound: at-least', 'value: 3, unit: kt')).toMatch(
      /^p at least 5 thousand t\[1\]\(announced\)$/,
    )
    expect(summed('value: 2, unit: kt, measure: of ore', 'value: [1, 2], unit: kt, measure: of ore')).toMatch(
      /^p 3–4 thousand t of ore/,
    )
  })
  it.each([
    ['value: 2, unit: kt, measure: of ore', 'value: 3, unit: kt, measure: of metal'],
    ['value: 2, unit: kt, measure: of ore', 'value: 3, unit: kt'],
    ['value: 2, unit: kt, bound: at-least', 'value: 3, unit: kt, bound: at-most'],
    ['value: 2, unit: kt, bound: target', 'value: 3, unit: kt'],
  ])('D1 is not added to what is something else: %s and %s', (one, other) => {
    const found = faults('{{sum deals "volume"}}', { head, casebook: two(one, other) })
    expect(found.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'template/sum',
    ])
  })
  it('D1 stands in a table of years with all its readings, its measure and its period', () => {
    const { collections } = casebookOf(
      smallFiles({
        deals: deal(
          'one',
          'value: 2, unit: kt, measure: of ore, asOf: 2021/2024, alternatives: [{ value: 3000, unit: t, sources: [second] }]',
        ),
      }),
    )
    const table = buildStatTable(collections.deals, { fields: ['volume'] }, 'en')
    if (!table.ok) throw new Error(JSON.stringify(table.diagnostics))
    expect(textOfTable(table.value)).toMatch(/of ore[\s\S]*2 \(2021–2024\) or 3/)
  })
  it('D1 says in a bar chart of which year it is, and of what, where others differ', () => {
    const labels = (one: string, other: string) => {
      const chart = buildBarChart(two(one, other).collections.deals, { fields: ['volume'] }, 'en')
      return chart.ok ? chart.value.bars.map(({ label }) => label) : []
    }
    expect(labels('value: 2, unit: kt, asOf: 2023', 'value: 3, unit: kt, asOf: 2025-06')).toEqual([
      'One (2023)',
      'One (2025)',
    ])
    expect(labels('value: 2, unit: kt, asOf: 2025', 'value: 3, unit: kt, asOf: 2025-06')).toEqual([
      'One',
      'One',
    ])
    expect(labels('value: 2, unit: kt, measure: of ore', 'value: 3, unit: kt')).toEqual([
      'One, of ore',
      'One',
    ])
  })
})
