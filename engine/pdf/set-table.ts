import type { Points } from '../lengths.js'
import type { Alignment, Cell, Inline, Row, Table } from '../model/nodes.js'
import type { MeasuredText, SetLine, TextSetter } from './lines.js'
import { runsOf, type TextStyle } from './runs.js'
import { linePiece, notesIn, setText } from './set-text.js'
import type { Setting } from './setting.js'
import { type Piece, type Strip, strip } from './strips.js'
import { addElement, type StructureElement } from './structure.js'
import type { StyleSheet } from './style-sheet.js'
import { addCell } from './table-cells.js'

/** Between the text of two columns. */
const gutter: Points = 9
const heavyRule: Points = 0.75
const hairline: Points = 0.25

interface MeasuredCell {
  cell: Cell
  text: MeasuredText
  style: TextStyle
  /** First column it stands in, and how many it spans. */
  column: number
  span: number
}

/**
 * A table as strips: caption, head, one strip per row, note. Where the table breaks, its head is repeated, and the
 * name of the group that goes on.
 */
export function setTable(setting: Setting, table: Table, x: Points, width: Points): Strip[] {
  const { setter, sheet, parent } = setting
  const element = addElement(parent, 'Table')
  const { accent, ink, rule } = sheet.colours
  const head = table.head.map((cells) => measureRow(setter, sheet, cells, sheet.tableHead, false))
  const rows = table.rows.map((row) =>
    measureRow(setter, sheet, row.cells, sheet.tableCell, row.role !== undefined),
  )
  const decimals = table.columns.map((column, i) =>
    column.alignment === 'decimal' ? decimalRoom(setter, rows, i) : undefined,
  )
  const widths = columnWidths(table, [...head, ...rows], decimals, width)
  const lefts = widths.map((_, i) => x + widths.slice(0, i).reduce((sum, one) => sum + one + gutter, 0))
  const frame: Frame = { setter, sheet, table, widths, lefts, decimals, x, width }

  const caption = captionOf(table, setting.words.table)
  const captionElement = caption ? addElement(element, 'Caption') : element

  const headStrips = head.map((cells, index) =>
    rowStrip(frame, cells, addElement(element, 'TR'), {
      above: index === 0 ? { thickness: heavyRule, colour: ink } : undefined,
      below: index === head.length - 1 ? { thickness: heavyRule, colour: ink } : undefined,
      joinsNext: true,
      atFoot: true,
    }),
  )
  let group: Strip[] = []
  const rowStrips = rows.map((cells, index) => {
    const row = table.rows[index] as Row
    const isLast = index === rows.length - 1
    const made = rowStrip(frame, cells, addElement(element, 'TR', row.role ? { rowRole: row.role } : {}), {
      above: headStrips.length === 0 && index === 0 ? { thickness: heavyRule, colour: ink } : undefined,
      below: isLast ? { thickness: heavyRule, colour: ink } : { thickness: hairline, colour: rule },
      // Neither the first nor the last row stands alone, nor the first under the name of its group.
      joinsNext: isLast
        ? table.note !== undefined
        : row.role === 'group' || isFirstOfMore(table.rows, index) || index === rows.length - 2,
      atFoot: false,
      fill: row.role === 'total' ? sheet.colours.tint : undefined,
    })
    if (row.from) made.from = row.from
    if (row.role === 'group') group = []
    made.heads = { table: element, strips: [...headStrips, ...group] }
    if (row.role === 'group') group = [continuedGroup(setting, frame, row)]
    return made
  })
  const captionStrips = caption
    ? setText(setter, {
        content: caption,
        element: captionElement,
        style: sheet.caption,
        x,
        width,
        linkColour: accent,
        whole: true,
        after: 3,
      })
    : []
  const noteStrips = table.note
    ? setText(setter, {
        content: table.note,
        element: addElement(parent, 'P'),
        style: sheet.note,
        x,
        width,
        linkColour: accent,
        whole: true,
        before: 2.5,
      })
    : []
  for (const one of captionStrips) one.joinsNext = true
  const strips = [...captionStrips, ...headStrips, ...rowStrips, ...noteStrips]
  const [first] = strips
  const last = strips.at(-1)
  if (first) first.before = Math.max(first.before, sheet.gap * 1.2)
  if (first && table.id) first.destinations = [table.id]
  if (last) last.after = Math.max(last.after, sheet.gap * 1.4)
  return strips
}

/** Whether a row opens the table or a group, and a second one follows. */
function isFirstOfMore(rows: Row[], index: number): boolean {
  const isFirst = index === 0 || rows[index - 1]?.role === 'group'
  return isFirst && rows[index + 1]?.role !== 'group'
}

/** The name of a group again, above rows of it that stand on another page: "Security (continued)". */
function continuedGroup({ words }: Setting, frame: Frame, row: Row): Strip {
  const { setter, sheet } = frame
  const [first, ...others] = row.cells
  const content: Inline[] = [...(first?.content ?? []), { type: 'text', text: ` (${words.continued})` }]
  // What it counts or sums has been said where the group begins.
  const cells = [{ ...first, content }, ...others.map((cell) => ({ ...cell, content: [] }))]
  const look = { thickness: hairline, colour: sheet.colours.rule }
  return rowStrip(frame, measureRow(setter, sheet, cells, sheet.tableCell, true), detached(), {
    above: undefined,
    below: look,
    joinsNext: true,
    atFoot: false,
  })
}

/** For what is there for the eye alone. */
function detached(): StructureElement {
  return { type: 'TR', kids: [] }
}

interface Frame {
  setter: TextSetter
  sheet: StyleSheet
  table: Table
  widths: Points[]
  lefts: Points[]
  decimals: (DecimalRoom | undefined)[]
  x: Points
  width: Points
}

interface RowLook {
  above: { thickness: Points; colour: string } | undefined
  below: { thickness: Points; colour: string } | undefined
  joinsNext: boolean
  /** Cells stand at the row's foot (heads) or at its top. */
  atFoot: boolean
  fill?: string | undefined
}

function rowStrip(frame: Frame, cells: MeasuredCell[], row: StructureElement, look: RowLook): Strip {
  const { setter, sheet } = frame
  const set = cells.map((cell) => {
    const width = spanWidth(frame.widths, cell.column, cell.span)
    return { cell, width, lines: setter.break(cell.text, width) }
  })
  const textHeight = Math.max(0, ...set.map(({ cell, lines }) => lines.length * cell.style.leading))
  const height = textHeight + 2 * sheet.cellPadding
  const pieces: Piece[] = []
  if (look.fill)
    pieces.push({ kind: 'fill', x: frame.x, y: 0, width: frame.width, height, colour: look.fill })
  if (look.above) pieces.push({ kind: 'rule', x: frame.x, y: 0, width: frame.width, ...look.above })
  if (look.below) pieces.push({ kind: 'rule', x: frame.x, y: height, width: frame.width, ...look.below })
  for (const { cell, width, lines } of set) {
    const left = frame.lefts[cell.column] as Points
    const element = addCell(row, cell.cell, look.atFoot)
    const alignment = cell.span > 1 ? 'left' : (frame.table.columns[cell.column]?.alignment ?? 'left')
    const top = sheet.cellPadding + (look.atFoot ? textHeight - lines.length * cell.style.leading : 0)
    lines.forEach((line, index) => {
      pieces.push(
        cellLine(
          frame,
          cell,
          element,
          line,
          left,
          width,
          alignment,
          top + index * cell.style.leading,
          look.atFoot,
        ),
      )
    })
  }
  return strip({
    height,
    pieces,
    joinsNext: look.joinsNext,
    ...notesIn(...set.flatMap(({ lines }) => lines)),
  })
}

function cellLine(
  frame: Frame,
  cell: MeasuredCell,
  element: StructureElement,
  line: SetLine,
  left: Points,
  width: Points,
  alignment: Alignment,
  top: Points,
  isHead: boolean,
): Piece {
  const axis = frame.decimals[cell.column]
  const plain = alignment === 'decimal' ? (isHead ? 'right' : 'left') : alignment
  const piece = linePiece(line, cell.style, left, width, plain, element)
  if (piece.kind !== 'line') return piece
  piece.baseline += top
  if (alignment === 'decimal' && !isHead && axis !== undefined && cell.span === 1) {
    const before = widthBeforePoint(frame.setter, line)
    // Text without a figure ("not disclosed") keeps the column's right edge.
    const start = before === undefined ? width - line.width : width - axis.after - before
    piece.x = left + Math.max(0, start)
  }
  return piece
}

function measureRow(
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
function columnWidths(
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

function spanWidth(widths: Points[], column: number, span: number): Points {
  return widths.slice(column, column + span).reduce((sum, one) => sum + one, 0) + gutter * (span - 1)
}

/** Room that the figures of a column take before their decimal points, and after them with marks and units. */
interface DecimalRoom {
  before: Points
  after: Points
}

function decimalRoom(setter: TextSetter, rows: MeasuredCell[][], column: number): DecimalRoom {
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
function widthBeforePoint(setter: TextSetter, line: SetLine): Points | undefined {
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
      return x + setter.fontOf(span.run, span.run.family).widthOfString(part, span.run.size)
    }
    left -= span.text.length
    x += span.width
  }
  return x
}

function captionOf(table: Table, tableLabel: string): Inline[] | undefined {
  if (!table.caption) return undefined
  const number: Inline[] = table.number
    ? [{ type: 'text', text: `${tableLabel} ${table.number}. `, bold: true }]
    : []
  return [...number, ...table.caption]
}
