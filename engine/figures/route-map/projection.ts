import { type GeoProjection, geoAzimuthalEqualArea } from 'd3-geo'
import type { Points } from '../../base/index.js'
import type { Spot } from '../place-labels.js'
import type { Position } from './atlas.js'
import { meanPosition } from './gazetteer.js'

/** Mean radius of the Earth in kilometres. Source: IUGG. */
export const earthRadius = 6371.0088

export interface MapFrame {
  projection: GeoProjection
  /** From the top of the picture. */
  top: Points
  width: Points
  height: Points
}

export interface SheetSize {
  top: Points
  width: Points
  /** The least height as a share of the width. */
  lowest: number
  tallest: Points
  margin: { x: Points; y: Points }
  /** Kilometres that the map shows across at least: closer in, the atlas has nothing to show. */
  leastSpan: number
}

/**
 * Lambert's azimuthal equal-area projection about the middle of `positions`, which fills a sheet with its
 * margin around them. It suits any region that is no wider than a hemisphere.
 */
export function frameMap(
  positions: readonly Position[],
  { top: above, width, lowest, tallest, margin, leastSpan }: SheetSize,
): MapFrame {
  const centre = meanPosition(positions)
  const unit = geoAzimuthalEqualArea()
    .rotate([-centre[0], -centre[1]])
    .scale(earthRadius)
    .translate([0, 0])
    .precision(0.3)
  const spots = positions.map((position): [number, number] => unit(position) ?? [0, 0])
  const [left, right] = spread(
    spots.map(([x]) => x),
    leastSpan,
  )
  const [top, bottom] = spread(
    spots.map(([, y]) => y),
    leastSpan * lowest,
  )
  const inner = width - 2 * margin.x
  const most = tallest
  // Points to a kilometre: the width decides, unless the map would be taller than it may.
  const scale = Math.min(inner / (right - left), (most - 2 * margin.y) / (bottom - top))
  const height = Math.max(width * lowest, (bottom - top) * scale + 2 * margin.y)
  unit
    .scale(earthRadius * scale)
    .translate([width / 2 - ((left + right) / 2) * scale, above + height / 2 - ((top + bottom) / 2) * scale])
    .clipAngle(90)
    .clipExtent([
      [-2, above - 2],
      [width + 2, above + height + 2],
    ])
  return { projection: unit, top: above, width, height }
}

/** The longest of 1, 2 and 5 times a power of ten kilometres that is drawn no longer than `longest`. */
export function scaleBar(projection: GeoProjection, longest: Points): { kilometres: number; length: Points } {
  const perKilometre = projection.scale() / earthRadius
  const most = longest / perKilometre
  const power = 10 ** Math.floor(Math.log10(most))
  const kilometres = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1)
  return { kilometres, length: kilometres * perKilometre }
}

function spread(values: readonly number[], leastSpan: number): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const missing = Math.max(0, leastSpan - (high - low)) / 2
  return [low - missing, high + missing]
}

/** Where a place lies on the map; also outside its frame. */
export function spotOf(position: readonly [number, number], { projection }: MapFrame): Spot {
  return (projection([position[0], position[1]]) ?? [0, 0]) as Spot
}
