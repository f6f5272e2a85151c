import { geoOrthographic, geoPath } from 'd3-geo'
import type { Canvas } from '../canvas.js'
import { type Box, overlaps, polyline } from '../outline.js'
import type { Spot, Surroundings } from '../place-labels.js'
import type { Shape } from '../scene.js'
import type { Position } from './atlas.js'
import type { MapFrame } from './projection.js'
import { sheetColours } from './sheet-colours.js'
import type { RouteMapSpec } from './spec.js'

/** Where on Earth the sheet lies: a globe in the emptiest corner, the sheet's extent outlined on it. */
export function drawGlobe(
  spec: RouteMapSpec,
  frame: MapFrame,
  surroundings: Surroundings,
  canvas: Canvas,
): Shape[] {
  const radius = Math.min(24, canvas.width * 0.075)
  const size = 2 * radius + 6
  const corners: Box[] = [
    [4, frame.height - size - 4],
    [frame.width - size - 4, frame.height - size - 4],
    [4, 4],
    [frame.width - size - 4, 4],
  ].map(([x = 0, y = 0]) => ({ x, y, width: size, height: size }))
  const obstacles = (box: Box) =>
    surroundings.taken.filter((other) => overlaps(box, other, 18)).length * 20 +
    surroundings.lines.filter(([x, y]) => overlaps(box, { x, y, width: 0, height: 0 }, 4)).length
  const box = corners
    .map((corner) => ({ corner, cost: obstacles(corner) }))
    .sort((a, b) => a.cost - b.cost)[0]
  const middle = frame.projection.invert?.([frame.width / 2, frame.height / 2])
  if (!box || !middle || box.cost > 19) return []
  surroundings.taken.push(box.corner)
  const centre: Spot = [box.corner.x + size / 2, box.corner.y + size / 2]
  const globe = geoOrthographic()
    .rotate([-middle[0], -middle[1] * 0.6])
    .scale(radius)
    .translate([centre[0], centre[1]])
    .clipAngle(90)
  const edge = [0, 1, 2, 3].flatMap((side) =>
    Array.from({ length: 6 }, (_, step): Position | undefined => {
      const share = step / 6
      const [x, y] = [
        [share, 0],
        [1, share],
        [1 - share, 1],
        [0, 1 - share],
      ][side] as [number, number]
      return frame.projection.invert?.([x * frame.width, y * frame.height]) ?? undefined
    }),
  )
  const extent = edge.flatMap((position) => (position ? [globe(position) as Spot] : []))
  const land = geoPath(globe).digits(2)(spec.ground.globe)
  return [
    { kind: 'circle', x: centre[0], y: centre[1], radius: radius + 1.5, fill: '#ffffff' },
    {
      kind: 'circle',
      x: centre[0],
      y: centre[1],
      radius,
      fill: '#eef3f6',
      stroke: sheetColours.coast,
      strokeWidth: 0.5,
    },
    ...(land ? [{ kind: 'path' as const, d: land, fill: '#b9b3a6' }] : []),
    { kind: 'path', d: polyline(extent, true), stroke: canvas.colours.caution, strokeWidth: 1 },
  ]
}
