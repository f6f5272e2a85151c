import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { failure, type Outcome, success } from '../../base/index.js'
import type { Language } from '../../locale/index.js'
import { fault } from '../reading.js'

/** Longitude and latitude in degrees, east and north positive. */
export type Position = [longitude: number, latitude: number]

/** The texts of the files in `assets/maps`. */
export interface AtlasFiles {
  countries: string
  lakes: string
  land: string
  places: string
}

export interface CountryNames extends Record<Language, string> {
  /** ISO 3166-1 alpha-2, where there is one. */
  code?: string
}

export interface Atlas {
  countries: FeatureCollection<Polygon | MultiPolygon, CountryNames>
  borders: MultiLineString
  coasts: MultiLineString
  lakes: FeatureCollection<Polygon | MultiPolygon>
  /** Coarse, for a globe of a thumbnail's size. */
  land: FeatureCollection<Polygon | MultiPolygon>
  /** Towns by name, the largest first. */
  towns: ReadonlyMap<string, readonly Town[]>
}

export interface Town {
  name: string
  country: string
  position: Position
}

/** The atlas that route maps are drawn from; read once, since it holds the whole world. */
export function readAtlas(files: AtlasFiles): Outcome<Atlas> {
  try {
    const world = JSON.parse(files.countries) as Topology<{ countries: GeometryCollection<CountryNames> }>
    const lakes = JSON.parse(files.lakes) as Topology<{ lakes: GeometryCollection }>
    const land = JSON.parse(files.land) as Topology<{ land: GeometryCollection }>
    const { countries } = world.objects
    return success({
      countries: feature(world, countries) as Atlas['countries'],
      borders: mesh(world, countries, (one, other) => one !== other),
      coasts: mesh(world, countries, (one, other) => one === other),
      lakes: feature(lakes, lakes.objects.lakes) as Atlas['lakes'],
      land: feature(land, land.objects.land) as Atlas['land'],
      towns: readTowns(files.places),
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return failure(
      fault('atlas', `the map data cannot be read: ${reason}`, undefined, ['install the application again']),
    )
  }
}

function readTowns(table: string): Map<string, Town[]> {
  const towns = new Map<string, Town[]>()
  for (const line of table.split('\n')) {
    const [name, country, latitude, longitude] = line.split('\t')
    if (!name || !country || !latitude || !longitude) continue
    const town: Town = { name, country, position: [Number(longitude), Number(latitude)] }
    const others = towns.get(name)
    if (others) others.push(town)
    else towns.set(name, [town])
  }
  return towns
}
