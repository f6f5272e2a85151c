import { isTag, type Tag } from './tag.js'

/** Names the heads of every table within `root`; see `nameHeadsOf`. */
export function nameHeads(root: Tag): void {
  let count = 0
  const visit = (element: Tag): void => {
    if (element.type === 'Table') nameHeadsOf(element, `table-${++count}`)
    for (const kid of element.kids) if (isTag(kid)) visit(kid)
  }
  visit(root)
}

/**
 * Has each cell of a table name its heads where `Scope` alone does not tell them: under a head of several rows, under
 * a head of several columns, or in a group of rows. `name` is unique in the document.
 *
 * Source: ISO 14289-1, 7.5; ISO 32000-1, table 349.
 */
function nameHeadsOf(table: Tag, name: string): void {
  const rows = table.kids.filter(isTag).filter(({ type }) => type === 'TR')
  const cells = rows.map((row) => row.kids.filter(isTag))
  const isHead = cells.map(
    (row) => row.length > 0 && row.every(({ type, scope }) => type === 'TH' && scope === 'Column'),
  )
  const hasSpan = cells.flat().some(({ colSpan = 1 }) => colSpan > 1)
  const isPlain =
    isHead.filter(Boolean).length <= 1 && rows.every(({ rowRole }) => rowRole !== 'group') && !hasSpan
  if (isPlain) return
  const above: string[][] = []
  let group: string[] = []
  rows.forEach((row, rowIndex) => {
    const own = cells[rowIndex] ?? []
    const idOf = (cell: Tag): string => {
      cell.id ??= `${name}-${rowIndex + 1}-${own.indexOf(cell) + 1}`
      return cell.id
    }
    const title = row.rowRole === 'group' ? own[0] : undefined
    if (title) group = [idOf(title)]
    // A sum at a table's end is that of the table.
    if (row.rowRole === 'total' && rowIndex === rows.length - 1) group = []
    const before = own.filter(({ type, scope }) => type === 'TH' && scope === 'Row')
    let column = 0
    for (const cell of own) {
      const columns = Array.from({ length: cell.colSpan ?? 1 }, (_, index) => column + index)
      column += columns.length
      // A title stands across the columns and is under none of their heads.
      if (cell === title) continue
      const over = columns.flatMap((one) => above[one] ?? [])
      const beside = cell.type === 'TD' ? before.map(idOf) : []
      const headers = [...new Set([...over, ...(isHead[rowIndex] ? [] : group), ...beside])]
      if (headers.length > 0) cell.headers = headers
      if (isHead[rowIndex]) for (const one of columns) above[one] = [...(above[one] ?? []), idOf(cell)]
    }
  })
}
