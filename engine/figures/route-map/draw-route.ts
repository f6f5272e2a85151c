import { geoDistance, geoInterpolate } from 'd3-geo'
import type { Points } from '../../base/index.js'
import { type Canvas, smallSize } from '../canvas.js'
import { isWithin, overlaps, polyline, round } from '../outline.js'
import type { Spot, Surroundings } from '../place-labels.js'
import type { Shape, TextShape } from '../scene.js'
import { type MapFrame, spotOf } from './projection.js'
import { sheetColours } from './sheet-colours.js'
import type { MapRoute } from './spec.js'

/** Great circles in steps of some points, so that both curves and distances along them are right. */
export function linesOf(route: MapRoute, frame: MapFrame): Spot[][] {
  return route.stretches.map(([from, to]) => {
    const along = geoInterpolate(from, to)
    const steps = Math.max(2, Math.ceil((geoDistance(from, to) * frame.projection.scale()) / 4))
    return Array.from({ length: steps + 1 }, (_, step) => spotOf(along(step / steps), frame))
  })
}

/** Rail as a line with white gaps, road as a thin line, anything else dashed. */
export function drawRoute(route: MapRoute, lines: Spot[][], ink: string, accent: string): Shape[] {
  const d = lines.map((line) => polyline(line)).join('')
  if (!d) return []
  const halo: Shape = {
    kind: 'path',
    d,
    stroke: sheetColours.focus,
    strokeWidth: route.kind === 'rail' ? 3.6 : 2.6,
  }
  if (route.kind === 'rail')
    return [
      halo,
      { kind: 'path', d, stroke: ink, strokeWidth: 2.2 },
      { kind: 'path', d, stroke: '#ffffff', strokeWidth: 1.1, dash: [4, 4] },
    ]
  if (route.kind === 'road') return [halo, { kind: 'path', d, stroke: accent, strokeWidth: 1.1 }]
  return [halo, { kind: 'path', d, stroke: accent, strokeWidth: 1.1, dash: [3, 2] }]
}

export function rank({ kind }: MapRoute): number {
  return kind === 'rail' ? 1 : 0
}

/** Mode and figures on the line itself, where there is room for them. */
export function routeLabel(
  { route, lines }: { route: MapRoute; lines: Spot[][] },
  { frame, taken, lines: allLines }: Surroundings,
  canvas: Canvas,
): TextShape[] {
  const longest = [...lines].sort((one, other) => other.length - one.length)[0]
  const text = [route.mode, route.detail].filter(Boolean).join(', ')
  if (!longest || !text) return []
  const style = { size: smallSize, italic: true }
  for (const candidate of [text, route.detail, route.mode]) {
    if (!candidate || canvas.measure(candidate, style) > canvas.width * 0.5) continue
    const width = canvas.measure(candidate, style) + 2
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]) {
      const [x, y] = longest[Math.round(share * (longest.length - 1))] as Spot
      for (const [dx, dy] of sidesOf(width)) {
        const box = { x: x + dx - width / 2, y: y + dy - 4.2, width, height: 8.4 }
        const isClear = !allLines.some((spot) =>
          overlaps(box, { x: spot[0], y: spot[1], width: 0, height: 0 }, 1.5),
        )
        if (!isClear || !isWithin(box, frame) || taken.some((other) => overlaps(box, other, 1))) continue
        taken.push(box)
        return [
          {
            kind: 'text',
            x: round(x + dx),
            y: round(y + dy + 2.3),
            text: candidate,
            size: smallSize,
            italic: true,
            colour: canvas.colours.ink,
            anchor: 'middle',
            halo: sheetColours.focus,
          },
        ]
      }
    }
  }
  return []
}

/** Where a label may stand against a point of its line: above, below, at either side. */
function sidesOf(width: Points): [Points, Points][] {
  const sides: [Points, Points][] = []
  for (const gap of [3, 7, 12])
    sides.push(
      [0, -4 - gap],
      [0, 4 + gap],
      [width / 2 + gap, 0],
      [-width / 2 - gap, 0],
      [width / 2 + gap - 2, -5],
      [-width / 2 - gap + 2, -5],
      [width / 2 + gap - 2, 5],
      [-width / 2 - gap + 2, 5],
    )
  return sides
}
