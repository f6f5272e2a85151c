/** How wide the columns of a table are, and where the decimal points of a column stand. */
import type { Points } from '../../base/index.js'
import type { Cell, Table } from '../../document/index.js'
import type { StyleSheet } from '../style-sheet.js'
import type { SetLine } from '../text/break-lines.js'
import { runsOf } from '../text/runs-of.js'
import type { TextStyle } from '../text/text-run.js'
import type { MeasuredText, TextSetter } from '../text/text-setter.js'

/** Between the text of two columns. */
export const gutter: Points = 9

export interface MeasuredCell {
  cell: Cell
  text: MeasuredText
  style: TextStyle
  /** First column it stands in, and how many it spans. */
  column: number
  span: number
}

export function measureRow(
  setter: TextSetter,
  sheet: StyleSheet,
  cells: Cell[],
  style: TextStyle,
  isRole: boolean,
): MeasuredCell[] {
  let column = 0
  return cells.map((cell) => {
    const look = isRole ? { ...style, bold: true } : style
    const measured: MeasuredCell = {
      cell,
      text: setter.measure(runsOf(cell.content, look, sheet.colours.accent)),
      style: look,
      column,
      span: cell.span ?? 1,
    }
    column += measured.span
    return measured
  })
}

/**
 * Widths by declared shares; for the other columns by content: what fits is given its full width and the rest
 * goes to the columns that wrap, by how much text they hold.
 */
export function columnWidths(
  table: Table,
  rows: MeasuredCell[][],
  decimals: (DecimalRoom | undefined)[],
  width: Points,
): Points[] {
  const count = table.columns.length
  const free = width - gutter * (count - 1)
  const min = new Array<Points>(count).fill(0)
  const max = new Array<Points>(count).fill(0)
  for (const cell of rows.flat()) {
    if (cell.span > 1 || cell.column >= count) continue
    min[cell.column] = Math.max(min[cell.column] as Points, cell.text.minWidth)
    max[cell.column] = Math.max(max[cell.column] as Points, cell.text.maxWidth + 0.5)
  }
  // Figures that stand by their points take the widest before them and the widest after, of whichever rows.
  decimals.forEach((room, i) => {
    const needed = room ? room.before + room.after : 0
    min[i] = Math.max(min[i] as Points, needed)
    max[i] = Math.max(max[i] as Points, needed)
  })
  const declared = table.columns.map((column) => column.width)
  const total = declared.reduce<number>((sum, share) => sum + (share ?? 0), 0)
  if (total > 0 && declared.every((share) => share !== undefined)) {
    return declared.map((share) => (free * (share as number)) / total)
  }
  const sum = (values: Points[]): Points => values.reduce((a, b) => a + b, 0)
  if (sum(max) <= free) {
    const spare = free - sum(max)
    const wide = table.columns.map((column, i) => (column.alignment === 'left' ? (max[i] as Points) : 0))
    const weight = sum(wide) || 1
    return max.map(
      (one, i) => one + (spare * (sum(wide) ? (wide[i] as Points) : 1)) / (sum(wide) ? weight : count),
    )
  }
  const spare = Math.max(0, free - sum(min))
  const want = max.map((one, i) => Math.sqrt(Math.max(0, one - (min[i] as Points))))
  const weight = sum(want) || 1
  const widths = min.map((one, i) => one + (spare * (want[i] as number)) / weight)
  const over = sum(widths)
  return over > free ? widths.map((one) => (one * free) / over) : widths
}

export function spanWidth(widths: Points[], column: number, span: number): Points {
  return widths.slice(column, column + span).reduce((sum, one) => sum + one, 0) + gutter * (span - 1)
}

/** Room that the figures of a column take before their decimal points, and after them with marks and units. */
export interface DecimalRoom {
  before: Points
  after: Points
}

export function decimalRoom(setter: TextSetter, rows: MeasuredCell[][], column: number): DecimalRoom {
  const room: DecimalRoom = { before: 0, after: 0 }
  for (const cell of rows.flat()) {
    if (cell.column !== column || cell.span > 1) continue
    for (const line of setter.break(cell.text, Number.MAX_SAFE_INTEGER)) {
      const before = widthBeforePoint(setter, line)
      if (before === undefined) continue
      room.before = Math.max(room.before, before)
      room.after = Math.max(room.after, line.width - before)
    }
  }
  return room
}

/**
 * Width of a line up to the decimal point of its first figure, or to that figure's end; undefined without one.
 * A figure may be of several spans: the thin spaces in it can come from another font.
 */
export function widthBeforePoint(setter: TextSetter, line: SetLine): Points | undefined {
  const raised = line.spans.findIndex((span) => span.run.rise !== 0)
  const spans = raised < 0 ? line.spans : line.spans.slice(0, raised)
  const text = spans.map((span) => span.text).join('')
  const found = /^\D*\d[\d\u00a0\u202f\u2009]*(?:,\d{3})*/u.exec(text)
  if (!found) return undefined
  let left = found[0].length
  let x: Points = 0
  for (const span of spans) {
    if (span.text.length >= left) {
      const part = span.text.slice(0, left)
      return x + setter.widthOfStart(part, span.run)
    }
    left -= span.text.length
    x += span.width
  }
  return x
}
