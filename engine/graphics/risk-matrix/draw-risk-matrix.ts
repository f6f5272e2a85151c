import type { Points } from '../../lengths.js'
import { type Canvas, hairline, labelSize, lineHeight, smallSize } from '../canvas.js'
import { textLines, wrapText } from '../label.js'
import { polyline, rectangle, round } from '../outline.js'
import { inkOn, tinted } from '../palette.js'
import type { Scene, Shape } from '../scene.js'
import type { RiskMatrixSpec } from './spec.js'

/** Labels in a cell; the rest is counted. */
const mostLabels = 4

/** Rows by columns; each cell has its count, and what it holds where a cell is wide enough for words. */
export function drawRiskMatrix(spec: RiskMatrixSpec, canvas: Canvas): Scene {
  const { width, colours } = canvas
  const headStyle = { size: labelSize, bold: true, colour: colours.ink }
  const longest = Math.max(...spec.rows.map((row) => canvas.measure(row.slice(0, 100), headStyle)))
  const left = Math.min(longest + 8, width * 0.24)
  const cellWidth = (width - left) / spec.columns.length
  const hasWords = cellWidth >= 84
  const heads = spec.columns.map((column) => wrapText(column, cellWidth - 6, headStyle, canvas, 2))
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * lineHeight + 4
  const most = Math.max(
    ...spec.rows.flatMap((_, row) => spec.columns.map((_, column) => cellOf(row, column).length)),
  )
  const shapes: Shape[] = heads.flatMap((lines, column) =>
    textLines(
      lines,
      {
        x: round(left + column * cellWidth + 4),
        y: round(headHeight - 4 - (lines.length - 1) * lineHeight),
        anchor: 'start',
        leading: lineHeight,
      },
      headStyle,
    ),
  )
  let y: Points = headHeight
  for (const [row, name] of spec.rows.entries()) {
    const cells = spec.columns.map((_, column) => setCell(row, column))
    const names = wrapText(name, left - 8, headStyle, canvas, 3)
    const height = Math.max(22, names.length * lineHeight + 8, ...cells.map((cell) => cell.height))
    for (const [column, cell] of cells.entries()) {
      const x = left + column * cellWidth
      const fill = shadeOf(cell.count, row, column)
      shapes.push(
        {
          kind: 'path',
          d: rectangle({ x: x + 0.75, y: y + 0.75, width: cellWidth - 1.5, height: height - 1.5 }),
          fill,
        },
        ...drawCell(cell, x, y, height, fill),
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

  function cellOf(row: number, column: number) {
    return spec.entries.filter((entry) => entry.row === row && entry.column === column)
  }

  function setCell(row: number, column: number): { count: number; lines: string[]; height: Points } {
    const entries = cellOf(row, column)
    const shown = hasWords ? entries.slice(0, mostLabels) : []
    const lines = shown.flatMap(({ label }) =>
      wrapText(label, cellWidth - 24, { size: smallSize }, canvas, 2),
    )
    return { count: entries.length, lines, height: lines.length > 0 ? lines.length * 8.5 + 8 : 0 }
  }

  /** The more in a cell the darker; where records are rated, the graver the darker. */
  function shadeOf(count: number, row: number, column: number): string {
    if (count === 0) return '#ffffff'
    if (spec.kind === 'counted') return tinted(colours.accent, 0.93 - 0.33 * (count / most))
    const gravity = (spec.rows.length - row + column) / (spec.rows.length + spec.columns.length - 1)
    return tinted(colours.caution, 0.95 - 0.5 * gravity)
  }

  function drawCell(
    { count, lines }: { count: number; lines: string[] },
    x: Points,
    top: Points,
    height: Points,
    fill: string,
  ): Shape[] {
    const ink = inkOn(fill, colours.ink)
    if (count === 0) return []
    const isAlone = lines.length === 0
    return [
      {
        kind: 'text',
        x: round(isAlone ? x + cellWidth / 2 : x + 5),
        y: round(isAlone ? top + height / 2 + 4 : top + 13),
        text: String(count),
        size: 11,
        bold: true,
        colour: ink,
        anchor: isAlone ? 'middle' : 'start',
      },
      ...textLines(
        lines,
        { x: round(x + 19), y: round(top + 10.5), anchor: 'start', leading: 8.5 },
        { size: smallSize, colour: ink },
      ),
    ]
  }
}
