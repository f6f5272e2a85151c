import type { Points } from '../../base/index.js'
import { phrase } from '../../locale/index.js'
import { type Canvas, hairline, labelSize, lineHeight, smallSize } from '../canvas.js'
import { fillBox } from '../fill.js'
import { fitLine, textLines, wrapText } from '../label.js'
import { polyline, rectangle, round } from '../outline.js'
import { inkOn, type SeriesStyle, seriesStyle } from '../palette.js'
import type { Scene, Shape } from '../scene.js'
import type { Holding, OwnershipSpec } from './spec.js'

const thickness: Points = 13

interface Segment {
  name: string
  printed: string
  share: number
  /** `undefined` for what is not published. */
  style: SeriesStyle | undefined
}

/** A whole bar for each holding, split among its holders; each holder has one colour through all bars. */
export function drawOwnership(spec: OwnershipSpec, canvas: Canvas): Scene {
  const styles = stylesOf(spec)
  const shapes: Shape[] = []
  let y = 0
  for (const holding of spec.holdings) {
    const title = wrapText(holding.label, canvas.width, { size: labelSize, bold: true }, canvas, 2)
    shapes.push(
      ...textLines(
        title,
        { x: 0, y: round(y + lineHeight * 0.85), anchor: 'start', leading: lineHeight },
        { size: labelSize, bold: true, colour: canvas.colours.ink },
      ),
    )
    y += title.length * lineHeight + 2
    const bar = drawBar(holding, y, styles, canvas)
    shapes.push(...bar.shapes)
    y += bar.height + 8
  }
  return { width: canvas.width, height: round(Math.max(1, y - 6)), shapes }
}

function drawBar(
  holding: Holding,
  top: Points,
  styles: Map<string, SeriesStyle>,
  canvas: Canvas,
): { shapes: Shape[]; height: Points } {
  const { width, colours } = canvas
  const segments = segmentsOf(holding, styles, canvas)
  const total = segments.reduce((sum, { share }) => sum + share, 0)
  const shapes: Shape[] = []
  const outer: { x: Points; text: string }[] = []
  let x = 0
  for (const { name, printed, share, style } of segments) {
    const length = (share / total) * width
    const box = { x, y: top, width: length, height: thickness }
    if (style) shapes.push(...fillBox(box, style.colour, style.pattern))
    else shapes.push(...fillBox(box, '#777777', 'hatch'))
    if (x > 0)
      shapes.push({
        kind: 'path',
        d: polyline([
          [x, top],
          [x, top + thickness],
        ]),
        stroke: '#ffffff',
        strokeWidth: 1,
      })
    const inner = { size: labelSize, bold: true }
    const isFlat = style?.pattern === 'solid'
    const fits = canvas.measure(printed, inner) + 6 <= length
    if (fits)
      shapes.push({
        kind: 'text',
        x: round(x + 4),
        y: round(top + thickness / 2 + labelSize * 0.34),
        text: printed,
        ...inner,
        colour: style && isFlat ? inkOn(style.colour, colours.ink) : colours.ink,
        anchor: 'start',
        halo: isFlat ? undefined : '#ffffff',
      })
    outer.push({ x: x + Math.min(length / 2, 6), text: fits ? name : `${name} ${printed}` })
    x += length
  }
  shapes.push({
    kind: 'path',
    d: rectangle({ x: 0, y: top, width, height: thickness }),
    stroke: colours.ink,
    strokeWidth: hairline,
  })
  const names = nameSegments(outer, top + thickness, canvas)
  return { shapes: [...shapes, ...names.shapes], height: thickness + names.height }
}

/** Names beneath their segments, on further rows where they would run into one another. */
function nameSegments(
  names: readonly { x: Points; text: string }[],
  top: Points,
  canvas: Canvas,
): { shapes: Shape[]; height: Points } {
  const { width, colours } = canvas
  // Filled from the right: a name begins under its segment, and rows of names farther left lie lower.
  const rows: Points[] = []
  const shapes: Shape[] = []
  let height = 0
  for (const { x, text } of [...names].reverse()) {
    const line = fitLine(text, width * 0.9, { size: smallSize }, canvas)
    const length = canvas.measure(line, { size: smallSize })
    const start = Math.max(0, Math.min(x - 2, width - length))
    // A row is free when the last name put on it begins after this one ends, and no lower leader is crossed.
    let row = rows.findIndex((left) => start + length + 6 <= left)
    if (row < 0) row = rows.push(0) - 1
    for (let above = 0; above <= row; above++) rows[above] = Math.min(rows[above] || start, start)
    rows[row] = start
    const y = top + 9 + row * 9
    shapes.push(
      {
        kind: 'path',
        d: polyline([
          [x, top],
          [x, y - (row === 0 ? 6 : 5.5)],
        ]),
        stroke: colours.rule,
        strokeWidth: hairline,
      },
      {
        kind: 'text',
        x: round(start),
        y: round(y),
        text: line,
        size: smallSize,
        colour: colours.ink,
        anchor: 'start',
        halo: '#ffffff',
      },
    )
    height = Math.max(height, 11 + row * 9)
  }
  return { shapes, height }
}

/** Parts without a percentage share what the others leave over; a bar of their own where nothing is known. */
function segmentsOf(holding: Holding, styles: Map<string, SeriesStyle>, { language }: Canvas): Segment[] {
  const unknown = holding.parts.filter(({ percent }) => percent === undefined)
  const left = holding.rest > 0 ? holding.rest : unknown.length
  const segments = holding.parts.map(
    ({ name, printed, percent }): Segment => ({
      name,
      printed,
      share: percent ?? left / unknown.length,
      style: percent === undefined ? undefined : styles.get(name),
    }),
  )
  // Less than half a percent is rounding, not a part.
  if (unknown.length === 0 && holding.rest > 0.5)
    segments.push({
      name: phrase('rest-not-published', language),
      printed: '',
      share: holding.rest,
      style: undefined,
    })
  return segments
}

/** The holders of most bars first, then by size, so that those seen together differ most. */
function stylesOf(spec: OwnershipSpec): Map<string, SeriesStyle> {
  const weights = new Map<string, number>()
  for (const { parts } of spec.holdings)
    for (const { name, percent } of parts)
      if (percent !== undefined) weights.set(name, (weights.get(name) ?? 0) + 1000 + percent)
  const names = [...weights].sort((one, other) => other[1] - one[1]).map(([name]) => name)
  return new Map(names.map((name, index) => [name, seriesStyle(index)]))
}
