import { scaleLinear } from 'd3-scale'
import type { Points } from '../../base/index.js'
import { formatDate, type PartialDate, phrase } from '../../locale/index.js'
import { type Canvas, hairline, labelSize, lineHeight, smallSize } from '../canvas.js'
import { fitLine, textLines, wrapText } from '../label.js'
import { polyline, round } from '../outline.js'
import type { Scene, Shape } from '../scene.js'
import type { TimelineEvent, TimelineSpec } from './spec.js'

/** Half of the band down the middle, which holds the years. */
const spine: Points = 13
const elbow: Points = 12
const gap: Points = 4
/** More than this and labels are cut shorter: a page has little more. */
const tallest: Points = 600

interface Block {
  event: TimelineEvent
  side: -1 | 1
  /** Where on the axis it happened. */
  at: Points
  lines: string[]
  height: Points
  top: Points
}

/**
 * Time runs down the middle, to scale; what happened stands at both sides, each label as near to its day as the
 * others let it, and joined to it. A day is a dot, a month a bar and a year a bracket of their own length.
 */
export function drawTimeline(spec: TimelineSpec, canvas: Canvas): Scene {
  const { width } = canvas
  const room = width / 2 - spine - elbow - 2
  const [start, end] = axisOf(spec.events)
  let column = columnsOf(spec.events, room, 4, canvas)
  // A long list gives each event fewer lines before it outgrows the page; the table has all words.
  for (let most = 3; most > 0 && column.height > tallest; most--)
    column = columnsOf(spec.events, room, most, canvas)
  const { blocks } = column
  const sheet = Math.max(90, column.height)
  const scale = scaleLinear([start, end], [8, sheet - 8])
  for (const side of [-1, 1] as const)
    settleBlocks(
      blocks.filter((block) => block.side === side),
      scale,
      sheet,
    )
  const isAllSure = spec.events.every(({ status }) => status === 'confirmed')
  const note: Shape = {
    kind: 'text',
    x: 0,
    y: round(sheet + lineHeight),
    text: phrase('italics-not-confirmed', canvas.language),
    size: smallSize,
    italic: true,
    colour: canvas.colours.muted,
    anchor: 'start',
  }
  return {
    width,
    height: round(isAllSure ? sheet : sheet + lineHeight + 2),
    shapes: [
      ...drawAxis(start, end, scale, canvas),
      ...blocks.flatMap((block) => drawMark(block, scale, canvas)),
      ...blocks.flatMap((block) => drawBlock(block, canvas)),
      ...drawYears(start, end, blocks, scale, canvas),
      ...(isAllSure ? [] : [note]),
    ],
  }
}

/** Labels of at most so many lines, each on the side that has less on it. */
function columnsOf(
  events: readonly TimelineEvent[],
  room: Points,
  most: number,
  canvas: Canvas,
): { blocks: Block[]; height: Points } {
  const filled = { '-1': 0, 1: 0 }
  const blocks = events.map((event): Block => {
    const lines = wrapText(event.label, room, { size: labelSize }, canvas, most)
    const height = (lines.length + 1) * lineHeight
    const side = filled[-1] <= filled[1] ? -1 : 1
    filled[side] += height + gap
    return { event, side, at: 0, lines, height, top: 0 }
  })
  return { blocks, height: Math.max(filled[-1], filled[1]) + 3 }
}

/**
 * Moves the labels of one side as little as possible (in least squares) from their days, in order and without
 * overlap: labels that would touch are pooled and centred on their days (isotonic regression).
 */
function settleBlocks(column: Block[], scale: (day: number) => Points, sheet: Points): void {
  let used = 0
  const pools: { sum: number; count: number }[] = []
  for (const block of column) {
    block.at = scale(middleDay(block.event.date))
    pools.push({ sum: block.at - lineHeight * 0.55 - used, count: 1 })
    used += block.height + gap
    for (let last = pools.at(-1), before = pools.at(-2); last && before; before = pools.at(-2)) {
      if (before.sum / before.count <= last.sum / last.count) break
      before.sum += last.sum
      before.count += last.count
      pools.pop()
      last = before
    }
  }
  const spare = Math.max(0, sheet - used + gap - 3)
  const shifts = pools.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.min(spare, Math.max(0, sum / count))),
  )
  let above = 0
  for (const [index, block] of column.entries()) {
    block.top = above + (shifts[index] ?? 0)
    above += block.height + gap
  }
}

function drawAxis(
  start: number,
  end: number,
  scale: (day: number) => Points,
  { width, colours }: Canvas,
): Shape[] {
  const x = width / 2
  return [
    {
      kind: 'path',
      d: polyline([
        [x, scale(start)],
        [x, scale(end)],
      ]),
      stroke: colours.ink,
      strokeWidth: 0.75,
    },
  ]
}

function drawBlock({ event, side, at, lines, top }: Block, canvas: Canvas): Shape[] {
  const { width, colours, language } = canvas
  const centre = width / 2
  const x = centre + side * (spine + elbow)
  const middle = top + lineHeight * 0.55
  const isSure = event.status === 'confirmed'
  return [
    {
      kind: 'path',
      d: polyline([
        [centre + side * 4, at],
        [centre + side * spine, at],
        [x - side * 2, middle],
      ]),
      stroke: colours.rule,
      strokeWidth: hairline,
      dash: isSure ? undefined : [1.5, 1.5],
    },
    ...textLines(
      [
        fitLine(
          formatDate(event.date, language),
          width / 2 - spine - elbow - 2,
          { size: smallSize, bold: true },
          canvas,
        ),
      ],
      {
        x: round(x),
        y: round(top + lineHeight * 0.8),
        anchor: side > 0 ? 'start' : 'end',
        leading: lineHeight,
      },
      { size: smallSize, bold: true, colour: colours.accent },
    ),
    ...textLines(
      lines,
      {
        x: round(x),
        y: round(top + lineHeight * 1.8),
        anchor: side > 0 ? 'start' : 'end',
        leading: lineHeight,
      },
      { size: labelSize, colour: colours.ink, italic: !isSure },
    ),
  ]
}

/** The years on the axis itself, where they don't crowd. */
function drawYears(
  start: number,
  end: number,
  blocks: readonly Block[],
  scale: (day: number) => Points,
  canvas: Canvas,
): Shape[] {
  const shapes: Shape[] = []
  let free = Number.NEGATIVE_INFINITY
  for (let year = yearOf(start); year <= yearOf(end) + 1; year++) {
    const day = dayNumber(`${year}-01-01`)
    if (day < start || day > end || scale(day) < free) continue
    // A mark on the axis tells the year in its label.
    if (blocks.some(({ at }) => Math.abs(at - scale(day)) < 6)) continue
    free = scale(day) + 14
    shapes.push({
      kind: 'text',
      x: round(canvas.width / 2),
      y: round(scale(day) + smallSize * 0.33),
      text: String(year),
      size: smallSize,
      bold: true,
      colour: canvas.colours.muted,
      anchor: 'middle',
      halo: '#ffffff',
    })
  }
  return shapes
}

function drawMark({ event, at }: Block, scale: (day: number) => Points, { width, colours }: Canvas): Shape[] {
  const x = width / 2
  if (event.date.length === 10)
    return [
      {
        kind: 'circle',
        x,
        y: round(at),
        radius: 2.1,
        fill: colours.accent,
        stroke: '#ffffff',
        strokeWidth: 0.6,
      },
    ]
  const [first, last] = daysOf(event.date)
  const [top, bottom] = [scale(first), Math.max(scale(last), scale(first) + 2)]
  if (event.date.length === 7)
    return [
      {
        kind: 'path',
        d: polyline([
          [x, top],
          [x, bottom],
        ]),
        stroke: colours.accent,
        strokeWidth: 3,
      },
    ]
  const bracket = polyline([
    [x + 4, top + 1],
    [x + 6, top + 1],
    [x + 6, bottom - 1],
    [x + 4, bottom - 1],
  ])
  const mirrored = polyline([
    [x - 4, top + 1],
    [x - 6, top + 1],
    [x - 6, bottom - 1],
    [x - 4, bottom - 1],
  ])
  return [{ kind: 'path', d: bracket + mirrored, stroke: colours.accent, strokeWidth: 0.75 }]
}

/** First and last day on the axis, with a little time before and after. */
function axisOf(events: readonly TimelineEvent[]): [number, number] {
  const first = Math.min(...events.map(({ date }) => daysOf(date)[0]))
  const last = Math.max(...events.map(({ date }) => daysOf(date)[1]))
  const spare = Math.max(10, (last - first) * 0.02)
  return [first - spare, last + spare]
}

function middleDay(date: PartialDate): number {
  const [first, last] = daysOf(date)
  return (first + last) / 2
}

/** The days that a date may mean, as numbers. */
function daysOf(date: PartialDate): [number, number] {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (day !== undefined) return [dayNumber(date), dayNumber(date)]
  if (month !== undefined) return [Date.UTC(year, month - 1, 1) / 864e5, Date.UTC(year, month, 0) / 864e5]
  return [Date.UTC(year, 0, 1) / 864e5, Date.UTC(year, 12, 0) / 864e5]
}

function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / 864e5
}

function yearOf(day: number): number {
  return new Date(day * 864e5).getUTCFullYear()
}
