import type { Points } from '../../base/index.js'
import type { Alignment, Inline, Row, Table } from '../../document/index.js'
import { type Piece, type Strip, strip } from '../pages/strips.js'
import type { Setting } from '../setting.js'
import { addElement, type StructureElement } from '../structure.js'
import type { StyleSheet } from '../style-sheet.js'
import type { SetLine } from '../text/break-lines.js'
import { linePiece, notesIn, setText } from '../text/set-text.js'
import type { TextSetter } from '../text/text-setter.js'
import { addCell } from './add-cell.js'
import {
  columnWidths,
  type DecimalRoom,
  decimalRoom,
  gutter,
  type MeasuredCell,
  measureRow,
  spanWidth,
  widthBeforePoint,
} from './table-widths.js'

const heavyRule: Points = 0.75
const hairline: Points = 0.25

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

function captionOf(table: Table, tableLabel: string): Inline[] | undefined {
  if (!table.caption) return undefined
  const number: Inline[] = table.number
    ? [{ type: 'text', text: `${tableLabel} ${table.number}. `, bold: true }]
    : []
  return [...number, ...table.caption]
}
