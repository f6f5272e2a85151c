import { describe, expect, it } from 'vitest'
import { document, faults, text } from '../small/trial.js'

const head = '| Site | Output |\n|---|--:|\n'

describe('a row of a Markdown table', () => {
  it('is refused at its own line where it has more cells than its head', () => {
    const body = `ok\n\n${head}| North | 12 |\n| South | 7 | wet |\n| 1 | 2 | 3 | 4 |\n| East | \`x|y\` |`
    const hints = ['add a heading cell for it', 'a `|` that belongs to the text is written `\\|`']
    expect(faults(body).filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        severity: 'error',
        code: 'model/extra-cells',
        message: 'this row has 3 cells, its head has 2',
        hints,
        at: { file: 'templates/trial.hbs', line: 18 },
      },
      { message: 'this row has 4 cells, its head has 2', at: { line: 19 } },
      { message: 'this row has 3 cells, its head has 2', at: { line: 20 } },
    ])
  })
  it('is refused in a section, a box and a captioned table too', () => {
    const rows = `${head}| South | 7 | wet |`
    const code = 'model/extra-cells'
    const background = `Text.\n\n${rows}`
    expect(faults('{{narrative "background"}}', { brief: { narrative: { background } } })).toMatchObject([
      { code, at: { section: 'background', line: 5, column: 1 } },
    ])
    const boxed = `:::callout{kind=note}\n${rows}\n:::`
    expect(
      faults('{{narrative "background"}}', { brief: { narrative: { background: boxed } } }),
    ).toMatchObject([{ code, at: { section: 'background', line: 4 } }])
    expect(faults(`{{#captioned caption="All"}}\n${rows}\n{{/captioned}}`)).toMatchObject([
      { code, at: { line: 16 } },
    ])
    expect(
      faults(`{{#each deals}}\n${head}| {{name}} | 7 | wet |\n{{/each}}`).map((one) => one.code),
    ).toEqual([code, code])
  })
  it('is refused near it where it says nothing but values', () => {
    const body = `${head}| {{deal.stake}} | {{deal.stake}} | {{deal.stake}} |`
    expect(faults(body)).toMatchObject([{ code: 'model/extra-cells', at: { line: 13 } }])
  })
  it('may have bars at its ends, escaped ones within, and empty cells too many', () => {
    expect(text('Site | Output\n---|--:\nNorth | 12 |\n| a \\| b | 7\n| South | 3 ||')).toBe(
      'table\nSite | Output\nNorth | 12\na | b | 7\nSouth | 3',
    )
  })
  it('has as many cells as its head where it is written with fewer', () => {
    const [table] = document(`${head}| North |`).blocks
    expect(table).toMatchObject({ rows: [{ cells: [{ content: [{ text: 'North' }] }, { content: [] }] }] })
  })
})

describe('a table', () => {
  it('is refused where it has more columns than a page has room for', () => {
    const wide = (count: number) =>
      [Array(count).fill('a'), Array(count).fill('---'), Array(count).fill('b')]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n')
    expect(text(wide(40))).toContain('a | a')
    expect(faults(`ok\n\n${wide(2000)}`)).toMatchObject([
      {
        severity: 'error',
        code: 'model/too-wide',
        message: 'the table has 2000 columns, and there is room for 40',
        at: { line: 15 },
      },
    ])
    expect(faults(`:::columns{count=3}\n${wide(14)}\n:::`)).toMatchObject([
      { message: 'the table has 14 columns, and there is room for 13' },
    ])
    const columns = Array(41).fill('name').join(', ')
    expect(faults(`{{table deals columns="${columns}"}}`)).toMatchObject([{ code: 'model/too-wide' }])
  })
  it('of records and groups is as wide in every row, also where a row leaves columns out', () => {
    const body =
      '{{#table (groupBy deals "kind") as |deal|}}{{#column "A"}}{{deal.name}}{{/column}}{{#if deal.signed}}{{#column "B"}}x{{/column}}{{/if}}{{/table}}'
    const [table] = document(body).blocks
    if (table?.type !== 'table') throw new Error('no table')
    const widths = table.rows.map(({ cells }) => cells.reduce((sum, { span = 1 }) => sum + span, 0))
    expect([table.columns.length, ...widths]).toEqual([2, 2, 2, 2, 2])
  })
  it('is refused where nothing says which columns it has', () => {
    for (const list of ['deals', '(groupBy deals "kind")']) {
      expect(faults(`{{#table ${list} as |deal|}}{{deal.id}}{{/table}}`), list).toMatchObject([
        { severity: 'error', code: 'template/argument', at: { line: 13, column: 1 } },
      ])
    }
  })
})
