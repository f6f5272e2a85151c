import type { MultiLineString, MultiPolygon } from 'geojson'
import type { Provenance } from '../reading.js'
import type { Position } from './atlas.js'

/**
 * A map of sites and of the routes from them. It holds its own piece of the atlas, so that it can be drawn, saved
 * and compared without one.
 */
export interface RouteMapSpec {
  type: 'routeMap'
  sites: MapSite[]
  /** Towns and ports that routes name. */
  stops: MapStop[]
  routes: MapRoute[]
  /** Routes whose places could not be found: named in the table, not drawn. */
  missing: { label: string; places: string }[]
  /** What the symbols mean, the most frequent first. */
  groups: string[]
  /** Indices of sites too close together to be told apart at the map's scale: drawn larger beneath it. */
  detail?: number[]
  ground: Ground
}

export interface MapSite extends Partial<Provenance> {
  label: string
  position: Position
  /** Index in `groups`; `undefined` where the record doesn't say what it is. */
  group?: number
  /** All that the record gives: "hake, herring, prawn". */
  products: string
  isApproximate: boolean
}

export interface MapStop {
  label: string
  position: Position
  isPort: boolean
}

export interface MapRoute {
  label: string
  mode: string
  kind: 'rail' | 'road' | 'other'
  /** Straight stretches between named places, each drawn as a great circle. */
  stretches: [from: Position, to: Position][]
  /** "Origin – Via – Port of Exit". */
  places: string
  destination: string
  /** "1,739 km, 6 days". */
  detail: string
  status?: Provenance['status']
  sources: string[]
}

export interface Ground {
  countries: { name: string; isFocus: boolean; shape: MultiPolygon }[]
  borders: MultiLineString
  coasts: MultiLineString
  lakes: MultiPolygon
  /** The land of the whole globe, coarse. */
  globe: MultiPolygon
}
