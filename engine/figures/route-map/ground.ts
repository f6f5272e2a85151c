import { geoArea, geoContains, geoDistance } from 'd3-geo'
import type { Feature, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { keptWith, remembered } from '../../base/index.js'
import type { Language } from '../../locale/index.js'
import type { Atlas, Position } from './atlas.js'
import type { Ground } from './spec.js'

/** A circle on the globe; `radius` in radians. */
export interface Region {
  centre: Position
  radius: number
}

/** What was cut from an atlas: documents of one casebook show few regions, each again and again. */
const mostGrounds = 12
const groundsOf = keptWith((_atlas: Atlas) => remembered<Ground>(mostGrounds))

/** The part of the atlas within a region, with no more detail than a page can show; finer in `detail`. */
export function cutGround(atlas: Atlas, ...where: Where): Ground {
  return groundsOf(atlas)(JSON.stringify(where), () => cut(atlas, ...where))
}

type Where = [region: Region, focus: readonly Position[], language: Language, detail: Region | undefined]

function cut(atlas: Atlas, ...[{ centre, radius }, focus, language, detail]: Where): Ground {
  // A page's width is some 500 points; half a point is finer than a hairline.
  const coarse = ((radius * 180) / Math.PI) * 2 * 0.0011
  const fine = detail ? Math.min(coarse, ((detail.radius * 180) / Math.PI) * 2 * 0.0022) : coarse
  const tolerance = (vertex: Position) =>
    detail && geoDistance(vertex, detail.centre) < detail.radius * 1.5 ? fine : coarse
  const isNear = nearnessTo(centre, radius)
  const cutShape = (shape: Polygon | MultiPolygon): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: polygonsOf(shape)
      .filter(([outer]) => outer && isDrawable(outer, coarse) && (isNear(outer) || surrounds(outer, centre)))
      .map((rings) =>
        rings
          .filter((ring) => isDrawable(ring, coarse))
          .map((ring) => thin(ring, tolerance))
          .filter((ring, index) => ring.length > 3 && (index > 0 || !isInsideOut(ring))),
      )
      .filter((rings) => rings.length > 0),
  })
  const cutLines = (lines: MultiLineString): MultiLineString => ({
    type: 'MultiLineString',
    coordinates: lines.coordinates
      .filter((line) => isDrawable(line, coarse))
      .flatMap((line) => stretchesOf(line, (vertex) => isNear([vertex])))
      .map((line) => thin(line, tolerance)),
  })
  const countries = atlas.countries.features
    .map((country) => ({
      name: country.properties[language],
      shape: cutShape(country.geometry),
      country,
    }))
    .filter(({ shape }) => shape.coordinates.length > 0)
    .map(({ name, shape, country }) => ({ name, isFocus: holdsMany(country as Feature, focus), shape }))
  return {
    countries,
    borders: cutLines(atlas.borders),
    coasts: cutLines(atlas.coasts),
    lakes: {
      type: 'MultiPolygon',
      coordinates: atlas.lakes.features.flatMap(({ geometry }) => cutShape(geometry).coordinates),
    },
    globe: {
      type: 'MultiPolygon',
      coordinates: atlas.land.features.flatMap(({ geometry }) =>
        polygonsOf(geometry)
          .map((rings) => rings.slice(0, 1).map((ring) => thin(ring, () => 2)))
          .filter(([ring]) => ring && ring.length > 6),
      ),
    },
  }
}

/** The countries that a map is about: a single site across the border doesn't make it one. */
function holdsMany(country: Feature, positions: readonly Position[]): boolean {
  const count = positions.filter((position) => geoContains(country, position)).length
  return count > 0 && count >= positions.length / 5
}

export function polygonsOf(shape: Polygon | MultiPolygon): number[][][][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
}

/** Whether some vertex lies within `radius` (radians) of `centre`: chords instead of arcs, for the speed. */
function nearnessTo(centre: Position, radius: number): (line: readonly (readonly number[])[]) => boolean {
  const [x, y, z] = towards(centre)
  const least = Math.cos(radius)
  return (line) =>
    line.some((vertex) => {
      const [vx, vy, vz] = towards(vertex)
      return x * vx + y * vy + z * vz > least
    })
}

function towards([longitude = 0, latitude = 0]: readonly number[]): [number, number, number] {
  const [east, north] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)]
}

/** The parts of a line whose vertices are all wanted. */
function stretchesOf(line: number[][], isWanted: (vertex: number[]) => boolean): number[][][] {
  const stretches: number[][][] = []
  let current: number[][] = []
  for (const vertex of line) {
    if (isWanted(vertex)) current.push(vertex)
    else if (current.length > 0) {
      stretches.push(current)
      current = []
    }
  }
  if (current.length > 0) stretches.push(current)
  return stretches.filter((stretch) => stretch.length > 1)
}

/** Thinning can turn a narrow ring round, and on the globe that is everything but the ring. */
function isInsideOut(ring: number[][]): boolean {
  return geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI
}

/** What is smaller than the finest thing drawn is left out; so small a ring may also turn the wrong way round. */
function isDrawable(line: readonly (readonly number[])[], tolerance: number): boolean {
  const [longitude = 0, latitude = 0] = line[0] ?? []
  return line.some(
    ([east = 0, north = 0]) =>
      Math.abs(east - longitude) > tolerance || Math.abs(north - latitude) > tolerance,
  )
}

/** Whether a ring goes round a point of the plane. */
export function surrounds(ring: readonly (readonly number[])[], [x, y]: readonly [number, number]): boolean {
  return isAmong(crossings(ring, y), x)
}

/** Where the edges of a ring cross the height `y`. */
export function crossings(ring: readonly (readonly number[])[], y: number): number[] {
  const found: number[] = []
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [ax = 0, ay = 0] = ring[index] ?? []
    const [bx = 0, by = 0] = ring[before] ?? []
    if (ay > y !== by > y) found.push(((bx - ax) * (y - ay)) / (by - ay) + ax)
  }
  return found
}

/** Whether `x` lies inside a ring that crosses its height there: an odd number of its edges lie to the right. */
export function isAmong(crossings: readonly number[], x: number): boolean {
  return crossings.filter((crossing) => x < crossing).length % 2 === 1
}

/** Leaves out vertices nearer than `tolerance` degrees to the last one kept; the ends stay. */
function thin(line: number[][], tolerance: (vertex: Position) => number): Position[] {
  const kept: Position[] = []
  for (const [index, vertex] of line.entries()) {
    const [longitude = 0, latitude = 0] = vertex
    const last = kept.at(-1)
    const isEnd = index === 0 || index === line.length - 1
    const gap = last ? Math.hypot(longitude - last[0], latitude - last[1]) : Number.POSITIVE_INFINITY
    if (!isEnd && gap < tolerance([longitude, latitude])) continue
    kept.push([Math.round(longitude * 1000) / 1000, Math.round(latitude * 1000) / 1000])
  }
  return kept
}
