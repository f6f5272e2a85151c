import type { Cell } from '../../document/index.js'
import { addElement, type StructureElement } from '../structure.js'

/** A cell of `row`: heads say whether they stand over a column or before a row. */
export function addCell(
  row: StructureElement,
  cell: Pick<Cell, 'span' | 'isRowHead'>,
  isHead: boolean,
): StructureElement {
  const span = cell.span !== undefined && cell.span > 1 ? { colSpan: cell.span } : {}
  if (isHead) return addElement(row, 'TH', { scope: 'Column', ...span })
  // A group's title heads the rows under it, which `nameHeads` tells them.
  const isTitle = row.rowRole === 'group' && row.kids.length === 0
  return cell.isRowHead || isTitle
    ? addElement(row, 'TH', { scope: 'Row', ...span })
    : addElement(row, 'TD', span)
}
