import type { Cell } from '../../document/index.js'
import type { Part, PartKid } from '../part.js'

/** A cell of a table: heads say whether they stand over a column (`inHead`) or before a row. */
export function cellPart(
  cell: Pick<Cell, 'span' | 'isRowHead'>,
  inHead: boolean,
  isGroupTitle: boolean,
  kids: readonly PartKid[],
): Part {
  const colSpan = cell.span !== undefined && cell.span > 1 ? cell.span : undefined
  if (inHead) return { type: 'TH', scope: 'Column', colSpan, kids }
  // A group's title heads the rows under it.
  return cell.isRowHead || isGroupTitle
    ? { type: 'TH', scope: 'Row', colSpan, kids }
    : { type: 'TD', colSpan, kids }
}
