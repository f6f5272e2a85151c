import type * as mdast from 'mdast'
import type { Alignment, DraftCell, DraftInline, DraftRow, DraftTable } from '../../document/index.js'
import { type BlockContext, originOf, warn } from './block-context.js'
import { isBlank, trimInlines } from './read-inlines.js'
import { readLine } from './read-line.js'

/** Cells of figures only are aligned by their decimals where the author asked for the right. */
export function readTable(node: mdast.Table, context: BlockContext): DraftTable {
  const [head, ...rows] = node.children
  const aligned: Record<string, Alignment> = { left: 'left', right: 'decimal', center: 'centre' }
  const columns = (head?.children ?? []).map((_, index) => ({
    alignment: aligned[node.align?.[index] ?? 'left'] ?? 'left',
  }))
  const contentsOf = (row: mdast.TableRow): DraftInline[][] =>
    row.children.map((cell) => trimInlines(readLine(cell.children, context)))
  return {
    type: 'table',
    columns,
    head: head ? [contentsOf(head).map((content) => ({ content }))] : [],
    rows: rows.map((row): DraftRow => {
      const contents = contentsOf(row)
      // A bar too many at the end of a row makes a cell that says nothing.
      const said = contents.findLastIndex((content) => !isBlank(content)) + 1
      if (said > columns.length) refuseExtraCells(node, row, said, columns.length, context)
      if (contents.length < columns.length) noteMissingCells(row, contents.length, columns.length, context)
      return { cells: columns.map((_, index) => cellOf(contents[index] ?? [], index)) }
    }),
    ...originOf(node, context),
  }
}

function cellOf(content: DraftInline[], index: number): DraftCell {
  return index === 0 ? { content, isRowHead: true } : { content }
}

function noteMissingCells(row: mdast.TableRow, found: number, expected: number, context: BlockContext): void {
  const message = `this row has ${found} ${found === 1 ? 'cell' : 'cells'}, its head has ${expected}; the others stay empty`
  warn(row, 'missing-cells', message, ['write an empty cell as `| |`'], context, '|')
}

function refuseExtraCells(
  table: mdast.Table,
  row: mdast.TableRow,
  found: number,
  expected: number,
  context: BlockContext,
): void {
  context.diagnostics.push({
    severity: 'error',
    code: 'model/extra-cells',
    message: `this row has ${found} cells, its head has ${expected}`,
    hints: ['add a heading cell for it', 'a `|` that belongs to the text is written `\\|`'],
    at: originOf(row, context).from ?? originOf(table, context).from ?? context.locate('|'),
  })
}
