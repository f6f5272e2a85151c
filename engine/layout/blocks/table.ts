import type { Points } from '../../base/index.js'
import type { Alignment, Inline, Row, Table } from '../../document/index.js'
import { edged, type Piece, type Strip, strip } from '../pages/strips.js'
import { type Part, slotsIn } from '../part.js'
import { joined, nothing, type SetBlock, within } from '../set-block.js'
import type { Setting } from '../setting.js'
import type { StyleSheet } from '../style-sheet.js'
import type { SetLine } from '../text/break-lines.js'
import { type LinePiece, linePiece, notesIn, setText } from '../text/set-text.js'
import { tagLines } from '../text/tag-lines.js'
import type { TextSetter } from '../text/text-setter.js'
import type { BlockKind } from './block-kind.js'
import { cellPart } from './cell-part.js'
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
export const table: BlockKind<'table'> = {
  set(block, setting) {
    const { setter, sheet, x, width } = setting
    const head = block.head.map((cells) => measureRow(setter, sheet, cells, sheet.tableHead, false))
    const rows = block.rows.map((row) =>
      measureRow(setter, sheet, row.cells, sheet.tableCell, row.role !== undefined),
    )
    const decimals = block.columns.map((column, i) =>
      column.alignment === 'decimal' ? decimalRoom(setter, rows, i) : undefined,
    )
    const widths = columnWidths(block, [...head, ...rows], decimals, width)
    const lefts = widths.map((_, i) => x + widths.slice(0, i).reduce((sum, one) => sum + one + gutter, 0))
    const grid: Grid = { setter, sheet, table: block, widths, lefts, decimals, x, width }

    const caption = captionOf(block, setting)
    const headRows = setHead(grid, head)
    const note = block.note
      ? setText(setting, {
          content: block.note,
          part: { type: 'P' },
          style: sheet.note,
          whole: true,
          before: 2.5,
        })
      : nothing
    const set = joined([
      within({ type: 'Table' }, joined([caption, ...headRows, ...setRows(setting, grid, rows, headRows)])),
      note,
    ])
    const before = Math.max(set.strips[0]?.before ?? 0, sheet.gap * 1.2)
    const after = Math.max(set.strips.at(-1)?.after ?? 0, sheet.gap * 1.4)
    const destinations = block.id ? [block.id] : undefined
    return { ...set, strips: edged(set.strips, { before, destinations }, { after }) }
  },
}

function captionOf({ caption, number }: Table, setting: Setting): SetBlock {
  if (!caption) return nothing
  const label = `${setting.words.table} ${number}. `
  const mark: Inline[] = number ? [{ type: 'text', text: label, bold: true }] : []
  return setText(setting, {
    content: [...mark, ...caption],
    part: { type: 'Caption' },
    style: setting.sheet.caption,
    whole: true,
    joinsNext: true,
    after: 3,
  })
}

function setHead(grid: Grid, head: MeasuredCell[][]): SetBlock[] {
  const heavy = { thickness: heavyRule, colour: grid.sheet.colours.ink }
  return head.map((cells, index) =>
    setRow(grid, cells, {
      inHead: true,
      above: index === 0 ? heavy : undefined,
      below: index === head.length - 1 ? heavy : undefined,
      joinsNext: true,
    }),
  )
}

function setRows(setting: Setting, grid: Grid, rows: MeasuredCell[][], head: SetBlock[]): SetBlock[] {
  const { sheet, table } = grid
  const heavy = { thickness: heavyRule, colour: sheet.colours.ink }
  const fine = { thickness: hairline, colour: sheet.colours.rule }
  const headStrips = head.flatMap(({ strips }) => strips)
  // Nothing is set again above the first row.
  let heads: Strip[] | undefined
  let headsUnder = headStrips
  return rows.map((cells, index) => {
    const row = table.rows[index] as Row
    const isLast = index === rows.length - 1
    const isGroup = row.role === 'group'
    // A group that begins is not named again above itself.
    if (isGroup) headsUnder = headStrips
    if (index > 0) heads = headsUnder
    const set = setRow(grid, cells, {
      inHead: false,
      role: row.role,
      above: headStrips.length === 0 && index === 0 ? heavy : undefined,
      below: isLast ? heavy : fine,
      // Neither the first nor the last row stands alone, nor the first under the name of its group.
      joinsNext: isLast
        ? table.note !== undefined
        : isGroup || isFirstOfMore(table.rows, index) || index === rows.length - 2,
      fill: row.role === 'total' ? sheet.colours.tint : undefined,
      from: row.from,
      heads,
    })
    if (isGroup) headsUnder = [...headStrips, ...continuedGroup(setting, grid, row).strips]
    return set
  })
}

/** Whether a row opens the table or a group, and a second one follows. */
function isFirstOfMore(rows: Row[], index: number): boolean {
  const isFirst = index === 0 || rows[index - 1]?.role === 'group'
  return isFirst && rows[index + 1]?.role !== 'group'
}

/** The name of a group again, above rows of it that stand on another page: "Security (continued)". */
function continuedGroup({ words }: Setting, grid: Grid, row: Row): SetBlock {
  const { setter, sheet } = grid
  const [first, ...others] = row.cells
  const content: Inline[] = [...(first?.content ?? []), { type: 'text', text: ` (${words.continued})` }]
  // What it counts or sums has been said where the group begins.
  const cells = [{ ...first, content }, ...others.map((cell) => ({ ...cell, content: [] }))]
  const below = { thickness: hairline, colour: sheet.colours.rule }
  return setRow(grid, measureRow(setter, sheet, cells, sheet.tableCell, true), {
    inHead: false,
    below,
    joinsNext: true,
  })
}

/** What the rows of one table share. */
interface Grid {
  setter: TextSetter
  sheet: StyleSheet
  table: Table
  widths: Points[]
  lefts: Points[]
  decimals: (DecimalRoom | undefined)[]
  x: Points
  width: Points
}

interface RowLook extends Pick<Strip, 'joinsNext' | 'from' | 'heads'> {
  /** Cells of a head stand at the row's foot, others at its top. */
  inHead: boolean
  role?: Row['role']
  above?: { thickness: Points; colour: string }
  below?: { thickness: Points; colour: string }
  fill?: string
}

function setRow(grid: Grid, cells: MeasuredCell[], look: RowLook): SetBlock {
  const { setter, sheet } = grid
  const { inHead, role, joinsNext, from, heads } = look
  const set = cells.map((cell) => {
    const width = spanWidth(grid.widths, cell.column, cell.span)
    return { cell, width, lines: setter.break(cell.text, width) }
  })
  const textHeight = Math.max(0, ...set.map(({ cell, lines }) => lines.length * cell.style.leading))
  const height = textHeight + 2 * sheet.cellPadding
  const pieces: Piece[] = []
  const { x, width } = grid
  if (look.fill) pieces.push({ kind: 'fill', x, y: 0, width, height, colour: look.fill })
  if (look.above) pieces.push({ kind: 'rule', x, y: 0, width, ...look.above })
  if (look.below) pieces.push({ kind: 'rule', x, y: height, width, ...look.below })
  let firstSlot = 0
  const kids = set.map(({ cell, width, lines }, index): Part => {
    const { kids, slots } = tagLines(lines)
    const { leading } = cell.style
    const top = sheet.cellPadding + (inHead ? textHeight - lines.length * leading : 0)
    lines.forEach((line, i) => {
      const own = slots[i]?.map((number) => number + firstSlot)
      pieces.push(cellLine(grid, cell, line, width, top + i * leading, inHead, own))
    })
    firstSlot += slotsIn(kids)
    return cellPart(cell.cell, inHead, role === 'group' && index === 0, kids)
  })
  const notes = notesIn(set.flatMap(({ lines }) => lines))
  return {
    strips: [strip({ height, pieces, joinsNext, notes, from, heads })],
    parts: [{ type: 'TR', rowRole: role, kids }],
  }
}

function cellLine(
  grid: Grid,
  cell: MeasuredCell,
  line: SetLine,
  width: Points,
  top: Points,
  inHead: boolean,
  slots: readonly number[] | undefined,
): LinePiece {
  const left = grid.lefts[cell.column] as Points
  const axis = grid.decimals[cell.column]
  const alignment: Alignment = cell.span > 1 ? 'left' : (grid.table.columns[cell.column]?.alignment ?? 'left')
  const plain = alignment === 'decimal' ? (inHead ? 'right' : 'left') : alignment
  const piece = linePiece(line, cell.style, left, width, plain, slots)
  const baseline = piece.baseline + top
  if (alignment !== 'decimal' || inHead || axis === undefined || cell.span > 1) return { ...piece, baseline }
  const before = widthBeforePoint(grid.setter, line)
  // Text without a figure ("not disclosed") keeps the column's right edge.
  const start = before === undefined ? width - line.width : width - axis.after - before
  return { ...piece, baseline, x: left + Math.max(0, start) }
}
