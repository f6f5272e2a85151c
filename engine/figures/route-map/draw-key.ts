import type { Points } from '../../base/index.js'
import { formatQuantity } from '../../locale/index.js'
import { type Canvas, smallSize } from '../canvas.js'
import { fitLine } from '../label.js'
import { polyline, round } from '../outline.js'
import type { Shape } from '../scene.js'
import { type MapFrame, scaleBar } from './projection.js'
import type { RouteMapSpec } from './spec.js'
import { siteSymbol } from './symbols.js'

/** The groups of the key, in rows that leave the scale bar its place at the right. */
export function keyRows(spec: RouteMapSpec, canvas: Canvas): { group: number; text: string; x: Points }[][] {
  const rows: { group: number; text: string; x: Points }[][] = [[]]
  const most = canvas.width - 90
  let x = 0
  for (const [group, name] of spec.groups.entries()) {
    const text = fitLine(name, most - 12, { size: smallSize }, canvas)
    const width = 12 + canvas.measure(text, { size: smallSize }) + 10
    if (x + width - 10 > most && x > 0) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ group, text, x })
    x += width
  }
  return rows
}

export function drawKey(rows: ReturnType<typeof keyRows>, foot: Points, { colours }: Canvas): Shape[] {
  return rows.flatMap((row, index) =>
    row.flatMap(({ group, text, x }): Shape[] => {
      const baseline = foot + 11 + index * 11
      return [
        ...siteSymbol(group, [x + 4, baseline - 2.4], 2.8, colours.ink),
        {
          kind: 'text',
          x: round(x + 11),
          y: round(baseline),
          text,
          size: smallSize,
          colour: colours.ink,
          anchor: 'start',
        },
      ]
    }),
  )
}

/** A bar of a round length, ending with its label at `at`. */
export function drawScale({ projection }: MapFrame, at: { x: Points; y: Points }, canvas: Canvas): Shape[] {
  const { colours, width, language } = canvas
  const bar = scaleBar(projection, Math.min(80, width * 0.2))
  const text = formatQuantity(bar.kilometres, 'km', language)
  const start = at.x - canvas.measure(text, { size: smallSize }) - 4 - bar.length
  const d = polyline([
    [start, at.y - 5],
    [start, at.y - 1],
    [start + bar.length, at.y - 1],
    [start + bar.length, at.y - 5],
  ])
  return [
    { kind: 'path', d, stroke: colours.ink, strokeWidth: 0.75 },
    {
      kind: 'text',
      x: round(at.x),
      y: round(at.y),
      text,
      size: smallSize,
      colour: colours.ink,
      anchor: 'end',
      halo: '#ffffff',
    },
  ]
}
