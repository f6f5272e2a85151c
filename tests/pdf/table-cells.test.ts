import { describe, expect, it } from 'vitest'
import type { Cell, Table } from '../../engine/document/index.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { elementsOf, readTagged, saidIn, type TaggedElement } from '../tagged/read-tagged.js'
import { structureFaults } from '../tagged/structure-faults.js'
import { host, model, table, text, theme } from './samples.js'

async function cellsOf(...tables: Table[]): Promise<TaggedElement[]> {
  const rendered = await renderPdf(model(tables), theme(), host)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  const tagged = readTagged(rendered.value.bytes)
  expect(structureFaults(tagged)).toEqual([])
  return elementsOf(tagged.root).filter(({ role }) => role === 'TH' || role === 'TD')
}

const cell = (words: string, part: Partial<Cell> = {}): Cell => ({ content: [text(words)], ...part })

/** The words of the heads that each cell names. */
function headsOf(cells: TaggedElement[]): Record<string, string[]> {
  const said = new Map(cells.flatMap((one) => (one.id ? [[one.id, saidIn(one).trim()] as const] : [])))
  return Object.fromEntries(
    cells.map((one) => [saidIn(one).trim(), one.headers.map((id) => said.get(id) ?? `no ${id}`)]),
  )
}

describe('the cells of a table', () => {
  it('name no heads where the row and the column tell them', async () => {
    const plain = table([['a', '1']], ['left', 'decimal'])
    const cells = await cellsOf(plain)
    expect(cells.map(({ id, headers }) => ({ id, headers }))).toEqual(
      cells.map(() => ({ id: undefined, headers: [] })),
    )
  })

  it('name every head over them and before them under a head of two rows', async () => {
    const cells = await cellsOf({
      type: 'table',
      columns: [
        { alignment: 'left' },
        { alignment: 'right' },
        { alignment: 'right' },
        { alignment: 'right' },
      ],
      head: [
        [cell('Mine'), cell('Output', { span: 2 }), cell('Owner')],
        [cell('Name'), cell('2024'), cell('2025'), cell('Share')],
      ],
      rows: [{ cells: [cell('North', { isRowHead: true }), cell('10'), cell('20'), cell('30%')] }],
    })
    expect(headsOf(cells)).toMatchObject({
      '2024': ['Output'],
      Share: ['Owner'],
      North: ['Mine', 'Name'],
      '10': ['Output', '2024', 'North'],
      '20': ['Output', '2025', 'North'],
      '30%': ['Owner', 'Share', 'North'],
    })
    expect(cells.find((one) => saidIn(one).trim() === 'Output')).toMatchObject({
      columns: 2,
      scope: 'Column',
    })
  })

  it('name the title of the group that they are in, which is a head, and not that of another group', async () => {
    const grouped: Table = {
      type: 'table',
      columns: [{ alignment: 'left' }, { alignment: 'right' }],
      head: [[cell('Mine'), cell('Output')]],
      rows: [
        { role: 'group', cells: [cell('Copper', { span: 2 })] },
        { cells: [cell('North', { isRowHead: true }), cell('10')] },
        { role: 'group', cells: [cell('Zinc', { span: 2 })] },
        { cells: [cell('South', { isRowHead: true }), cell('20')] },
        { role: 'total', cells: [cell('All', { isRowHead: true }), cell('30')] },
      ],
    }
    const cells = await cellsOf(grouped, structuredClone(grouped))
    const first = cells.slice(0, cells.length / 2)
    expect(headsOf(first)).toEqual({
      Mine: [],
      Output: [],
      Copper: [],
      North: ['Mine', 'Copper'],
      '10': ['Output', 'Copper', 'North'],
      Zinc: [],
      South: ['Mine', 'Zinc'],
      '20': ['Output', 'Zinc', 'South'],
      All: ['Mine'],
      '30': ['Output', 'All'],
    })
    expect(first.filter(({ role }) => role === 'TH').map(({ scope }) => scope)).toEqual([
      'Column',
      'Column',
      'Row',
      'Row',
      'Row',
      'Row',
      'Row',
    ])
  })
})
