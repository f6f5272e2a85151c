import { scaleLinear } from 'd3-scale'
import type { Points } from '../../base/index.js'
import { formatRange, statusLabels, unitHeading } from '../../locale/index.js'
import type { Status } from '../../vocabulary/index.js'
import { type Canvas, hairline, labelSize, lineHeight, smallSize } from '../canvas.js'
import { fillBox } from '../fill.js'
import { fitLine, textLines, wrapText } from '../label.js'
import { polyline, round } from '../outline.js'
import { type Pattern, tinted } from '../palette.js'
import { type Amount, endsOf, spanOf } from '../reading.js'
import type { Scene, Shape } from '../scene.js'
import type { Bar, BarChartSpec } from './spec.js'

/** Bars of what is sure are full; the less sure, the less ink. */
const patterns: Record<Status, Pattern> = {
  confirmed: 'solid',
  reported: 'solid',
  announced: 'open',
  'agreed-in-principle': 'open',
  estimated: 'hatch',
  disputed: 'cross',
  unknown: 'open',
}

const thickness: Points = 9

/** Labels at the left, bars from one zero, figures at the end of their bars; statuses by pattern, named beneath. */
export function drawBarChart(spec: BarChartSpec, canvas: Canvas): Scene {
  const { width, colours, language } = canvas
  const style = { size: labelSize, colour: colours.ink }
  const valueStyle = { size: labelSize, bold: true }
  const longest = Math.max(...spec.bars.map(({ label }) => canvas.measure(label.slice(0, 200), style)))
  const labelWidth = Math.min(longest, width * 0.36)
  const values = spec.bars.map((bar) =>
    fitLine(figuresOf(bar, spec, canvas), width * 0.3, valueStyle, canvas),
  )
  const valueWidth = Math.max(...values.map((value) => canvas.measure(value, valueStyle)))
  const zero = labelWidth + 6
  const greatest = Math.max(
    ...spec.bars.flatMap(({ amount, others }) => [
      amount?.high ?? 0,
      ...others.map((one) => one.amount.high),
    ]),
  )
  const scale = scaleLinear([0, greatest || 1], [zero, width - valueWidth - 5])
  const top = spec.unit ? lineHeight + 3 : 2
  let y = top
  const shapes: Shape[] = []
  for (const [index, bar] of spec.bars.entries()) {
    const lines = wrapText(bar.label, labelWidth, style, canvas, 3)
    const height = Math.max(thickness, lines.length * lineHeight) + 5
    const middle = y + height / 2
    shapes.push(
      ...textLines(
        lines,
        {
          x: round(zero - 6),
          y: round(middle + labelSize * 0.33 - ((lines.length - 1) * lineHeight) / 2),
          anchor: 'end',
          leading: lineHeight,
        },
        style,
      ),
      ...drawBar(bar, middle, scale, colours),
    )
    const end = bar.amount ? Math.max(...readingsOf(bar).map((reading) => scale(reading.high))) : zero
    shapes.push({
      kind: 'text',
      x: round(end + 4),
      y: round(middle + labelSize * 0.33),
      text: values[index] ?? '',
      size: labelSize,
      anchor: 'start',
      ...(bar.amount ? { bold: true, colour: colours.ink } : { italic: true, colour: colours.muted }),
    })
    y += height
  }
  const axis: Shape[] = [
    {
      kind: 'path',
      d: polyline([
        [zero, top],
        [zero, y],
      ]),
      stroke: colours.ink,
      strokeWidth: hairline,
    },
  ]
  if (spec.unit)
    axis.push({
      kind: 'text',
      x: round(zero),
      y: lineHeight - 2,
      text: fitLine(
        unitHeading(spec.unit, language),
        width - zero,
        { size: smallSize, italic: true },
        canvas,
      ),
      size: smallSize,
      italic: true,
      colour: colours.muted,
      anchor: 'start',
    })
  const key = drawKey(spec, y + 4, canvas)
  return { width, height: round(y + 4 + key.height), shapes: [...shapes, ...axis, ...key.shapes] }
}

function drawBar(
  bar: Bar,
  middle: Points,
  scale: (figure: number) => number,
  colours: Canvas['colours'],
): Shape[] {
  if (!bar.amount) return []
  const zero = scale(0)
  const readings = readingsOf(bar)
  const { low, high } = spanOf(readings)
  const box = { x: zero, y: middle - thickness / 2, width: scale(low) - zero, height: thickness }
  const colour = bar.status === 'reported' ? tinted(colours.accent, 0.45) : colours.accent
  const shapes = box.width > 0.2 ? fillBox(box, colour, patterns[bar.status]) : []
  if (high === low) return shapes
  // From the lowest figure to the highest, with a stop at each reading.
  const stops = [...new Set(readings.flatMap((reading) => [reading.low, reading.high]))].map(scale)
  const whisker = [
    polyline([
      [scale(low), middle],
      [scale(high), middle],
    ]),
    ...stops.map((x) =>
      polyline([
        [x, middle - 2.8],
        [x, middle + 2.8],
      ]),
    ),
  ].join('')
  return [
    ...shapes,
    { kind: 'path', d: whisker, stroke: '#ffffff', strokeWidth: 2.4 },
    { kind: 'path', d: whisker, stroke: colours.ink, strokeWidth: 1 },
  ]
}

function readingsOf(bar: Bar): Amount[] {
  return [...(bar.amount ? [bar.amount] : []), ...bar.others.map(({ amount }) => amount)]
}

/** The figure without its unit, which stands above the bars; with it where the bars have several readings. */
function figuresOf(bar: Bar, spec: BarChartSpec, { language }: Canvas): string {
  if (!bar.amount) return bar.printed
  const readings = readingsOf(bar)
  if (bar.amount.bound || !spec.unit || spec.unit === 'percent') return bar.printed
  return formatRange(...endsOf(spanOf(readings)), language)
}

/** What the patterns mean, where the bars have more than one. */
function drawKey(spec: BarChartSpec, top: Points, canvas: Canvas): { shapes: Shape[]; height: Points } {
  const { colours, width, language } = canvas
  const used = [...new Set(spec.bars.filter(({ amount }) => amount).map(({ status }) => status))]
  if (used.length < 2 && (used.length === 0 || used[0] === 'confirmed')) return { shapes: [], height: 0 }
  const shapes: Shape[] = []
  let [x, y] = [0, top]
  for (const status of used) {
    const text = statusLabels[status][language]
    const space = 17 + canvas.measure(text, { size: smallSize })
    if (x > 0 && x + space > width) [x, y] = [0, y + 11]
    const colour = status === 'reported' ? tinted(colours.accent, 0.45) : colours.accent
    shapes.push(...fillBox({ x: x + 0.5, y: y + 2, width: 12, height: 6 }, colour, patterns[status]), {
      kind: 'text',
      x: round(x + 16),
      y: round(y + 7.5),
      text,
      size: smallSize,
      colour: colours.ink,
      anchor: 'start',
    })
    x += space + 12
  }
  return { shapes, height: y - top + 11 }
}
