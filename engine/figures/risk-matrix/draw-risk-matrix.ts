import type { Points } from '../../base/index.js'
import { startedLarge } from '../../locale/index.js'
import { type Canvas, hairline, labelSize, lineHeight, smallSize } from '../canvas.js'
import { textLines, wrapText } from '../label.js'
import { type Box, polyline, rectangle, round } from '../outline.js'
import { inkOn, tinted } from '../palette.js'
import type { Scene, Shape } from '../scene.js'
import type { RiskMatrixSpec } from './spec.js'

/** Labels in a cell; the rest is counted. */
const mostLabels = 4
/** Lines of a label: as many as leave the matrix room on its page, and two in any case. */
const mostLines = 6
const leastLines = 2
/** What a page set across leaves under its masthead; on an upright one there is room for other things beside it. */
const tallest: Points = 396
/** The least that words are set in. */
const leastCell: Points = 84
const leading: Points = 8.5

const betweenLabels: Points = 3

interface Cell {
  count: number
  /** The lines of each label. */
  labels: string[][]
  height: Points
}

interface MatrixRow {
  names: string[]
  cells: Cell[]
  height: Points
}

/** Rows by columns; each cell has its count, and what it holds where a cell is wide enough for words. */
export function drawRiskMatrix(spec: RiskMatrixSpec, canvas: Canvas): Scene {
  const { width, colours } = canvas
  const headStyle = { size: labelSize, bold: true, colour: colours.ink }
  const longest = Math.max(
    ...spec.rows.map((row) => canvas.measure(startedLarge(row).slice(0, 100), headStyle)),
  )
  const left = Math.min(longest + 8, width * 0.24)
  const hasWords = (width - left) / spec.columns.length >= leastCell
  const widths = hasWords ? widthsByContent() : spec.columns.map(() => (width - left) / spec.columns.length)
  const lefts = widths.map((_, column) => left + sum(widths.slice(0, column)))
  const heads = spec.columns.map((name, column) =>
    wrapText(startedLarge(name), widthOf(column) - 6, headStyle, canvas, 2),
  )
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * lineHeight + 4
  const most = Math.max(
    ...spec.rows.flatMap((_, row) => spec.columns.map((_, column) => cellOf(row, column).length)),
  )
  const shapes: Shape[] = heads.flatMap((lines, column) =>
    textLines(
      lines,
      {
        x: round(leftOf(column) + 4),
        y: round(headHeight - 4 - (lines.length - 1) * lineHeight),
        anchor: 'start',
        leading: lineHeight,
      },
      headStyle,
    ),
  )
  let y: Points = headHeight
  for (const [row, { names, cells, height }] of rowsThatFit().entries()) {
    for (const [column, cell] of cells.entries()) {
      // Nothing is laid over a watermark where there is nothing to show.
      if (cell.count === 0) continue
      const x = leftOf(column)
      const cellWidth = widthOf(column)
      const fill = shadeOf(cell.count, row, column)
      shapes.push(
        {
          kind: 'path',
          d: rectangle({ x: x + 0.75, y: y + 0.75, width: cellWidth - 1.5, height: height - 1.5 }),
          fill,
        },
        ...drawCell(cell, { x, y, width: cellWidth, height }, fill),
      )
    }
    shapes.push(
      ...textLines(
        names,
        { x: 0, y: round(y + lineHeight + 2), anchor: 'start', leading: lineHeight },
        headStyle,
      ),
      {
        kind: 'path',
        d: polyline([
          [0, y],
          [width, y],
        ]),
        stroke: colours.rule,
        strokeWidth: hairline,
      },
    )
    y += height
  }
  shapes.push({
    kind: 'path',
    d: polyline([
      [0, y],
      [width, y],
    ]),
    stroke: colours.rule,
    strokeWidth: hairline,
  })
  return { width, height: round(y + 1), shapes }

  function widthOf(column: number): Points {
    return widths[column] ?? 0
  }

  function leftOf(column: number): Points {
    return lefts[column] ?? left
  }

  /** A column whose cells hold more is wider, by the root: so that long ones do not take all. */
  function widthsByContent(): Points[] {
    const weights = spec.columns.map((_, column) =>
      Math.sqrt(Math.max(1, ...spec.rows.map((_, row) => Math.min(mostLabels, cellOf(row, column).length)))),
    )
    const spare = width - left - leastCell * weights.length
    const above = weights.map((weight) => weight - 0.8)
    return above.map((weight) => leastCell + (spare * weight) / sum(above))
  }

  function cellOf(row: number, column: number) {
    return spec.entries.filter((entry) => entry.row === row && entry.column === column)
  }

  /** Rows grow in turn until the matrix fills its page: a label is cut only where it would grow out of that. */
  function rowsThatFit(): MatrixRow[] {
    const rows = spec.rows.map((_, row) => setRow(row, leastLines))
    let spare = tallest - headHeight - sum(rows.map(({ height }) => height))
    for (let lines = leastLines + 1; lines <= mostLines; lines++) {
      for (const [row, { height }] of rows.entries()) {
        const grown = setRow(row, lines)
        if (grown.height - height > spare) continue
        spare -= grown.height - height
        rows[row] = grown
      }
    }
    return rows.map((one, row) => ({
      ...one,
      cells: one.cells.map((_, column) => fullestCell(row, column, one.height)),
    }))
  }

  /** A cell beside a taller one says more for nothing. */
  function fullestCell(row: number, column: number, height: Points): Cell {
    const tried = Array.from({ length: mostLines - leastLines }, (_, i) =>
      setCell(row, column, mostLines - i),
    )
    return tried.find((cell) => cell.height <= height) ?? setCell(row, column, leastLines)
  }

  function setRow(row: number, linesOfLabel: number): MatrixRow {
    const cells = spec.columns.map((_, column) => setCell(row, column, linesOfLabel))
    const names = wrapText(startedLarge(spec.rows[row] ?? ''), left - 8, headStyle, canvas, 3)
    const height = Math.max(22, names.length * lineHeight + 8, ...cells.map((cell) => cell.height))
    return { names, cells, height }
  }

  function setCell(row: number, column: number, linesOfLabel: number): Cell {
    const entries = cellOf(row, column)
    const shown = hasWords ? entries.slice(0, mostLabels) : []
    const labels = shown.map(({ label }) =>
      wrapText(label, widthOf(column) - 24, { size: smallSize }, canvas, linesOfLabel),
    )
    const height = labels.flat().length * leading + (labels.length - 1) * betweenLabels + 8
    return { count: entries.length, labels, height: labels.length > 0 ? height : 0 }
  }

  /** The more in a cell the darker; where records are rated, the graver the darker. */
  function shadeOf(count: number, row: number, column: number): string {
    if (spec.kind === 'counted') return tinted(colours.accent, 0.93 - 0.33 * (count / most))
    const gravity = (spec.rows.length - row + column) / (spec.rows.length + spec.columns.length - 1)
    return tinted(colours.caution, 0.95 - 0.5 * gravity)
  }

  function drawCell({ count, labels }: Cell, { x, y: top, width, height }: Box, fill: string): Shape[] {
    const ink = inkOn(fill, colours.ink)
    const isAlone = labels.length === 0
    const shapes: Shape[] = [
      {
        kind: 'text',
        x: round(isAlone ? x + width / 2 : x + 5),
        y: round(isAlone ? top + height / 2 + 4 : top + 13),
        text: String(count),
        size: 11,
        bold: true,
        colour: ink,
        anchor: isAlone ? 'middle' : 'start',
      },
    ]
    let y = top + 10.5
    for (const lines of labels) {
      const at = { x: round(x + 19), y: round(y), anchor: 'start' as const, leading }
      shapes.push(...textLines(lines, at, { size: smallSize, colour: ink }))
      y += lines.length * leading + betweenLabels
    }
    return shapes
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
