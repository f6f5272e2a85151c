import { type Editor, Extension, Node } from '@tiptap/core'
import {
  addRowAfter,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
} from '@tiptap/pm/tables'

/** A table as Markdown has it: a row of heads, rows of cells, and one line of text in each. */
const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addKeyboardShortcuts() {
    const { editor } = this
    const run = (command: typeof addRowAfter) => command(editor.state, editor.view.dispatch)
    const isInside = () => editor.isActive('table')
    return {
      // After the last cell comes a new row.
      Tab: () => isInside() && (run(goToNextCell(1)) || (run(addRowAfter) && run(goToNextCell(1)))),
      'Shift-Tab': () => isInside() && run(goToNextCell(-1)),
      Backspace: () => deleteSelected(editor),
      Delete: () => deleteSelected(editor),
    }
  },
  addProseMirrorPlugins: () => [tableEditing()],
})

/** Rows, columns or the table, where all of their cells are selected; of fewer only what they hold goes. */
function deleteSelected({ state, view }: Editor): boolean {
  const { selection } = state
  if (!(selection instanceof CellSelection)) return false
  const [isRows, isColumns] = [selection.isRowSelection(), selection.isColSelection()]
  if (!isRows && !isColumns) return false
  const remove = isRows && isColumns ? deleteTable : isRows ? deleteRow : deleteColumn
  return remove(state, view.dispatch)
}

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** Merged cells have no form in Markdown; the numbers are what ProseMirror's tables count by. */
const cell = {
  content: 'paragraph',
  isolating: true,
  addAttributes: () => ({
    align: { default: null, parseHTML: (element: HTMLElement) => element.style.textAlign || null },
    colspan: { default: 1, parseHTML: () => 1, rendered: false },
    rowspan: { default: 1, parseHTML: () => 1, rendered: false },
    colwidth: { default: null, parseHTML: () => null, rendered: false },
  }),
}

const styleOf = (align: unknown) => (align ? { style: `text-align: ${align}` } : {})

const TableHeader = Node.create({
  ...cell,
  name: 'tableHeader',
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ node }) => ['th', { scope: 'col', ...styleOf(node.attrs['align']) }, 0],
})

const TableCell = Node.create({
  ...cell,
  name: 'tableCell',
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ node }) => ['td', styleOf(node.attrs['align']), 0],
})

const roles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell',
}

/** Tables, with Tab from cell to cell. */
export const Tables = Extension.create({
  name: 'tables',
  addExtensions: () => [Table, TableRow, TableHeader, TableCell],
  extendNodeSchema: ({ name }) => ({ tableRole: roles[name] }),
})
