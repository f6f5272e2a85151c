import { geoDistance } from 'd3-geo'
import type { Casebook, CasebookRecord } from '../../casebook/types.js'
import { languages, textIn } from '../../locale/index.js'
import type { Atlas, Position } from './atlas.js'

export interface FoundPlace {
  name: string
  position: Position
}

/** Finds the places that a text names: the casebook's own sites first, then towns of the atlas. */
export interface Gazetteer {
  find(text: string): FoundPlace[]
}

const earthRadius = 6371
/** A town farther than this from the casebook's sites is another of the same name. */
const reach = 4000 / earthRadius

/**
 * `around` are positions that the map is about. Of towns with one name the nearest to them is meant; without them,
 * the largest.
 */
export function openGazetteer(
  atlas: Atlas,
  casebook: Casebook | undefined,
  around: readonly Position[],
): Gazetteer {
  const sites = new Map<string, Position>()
  for (const record of casebook?.collections.assets ?? []) {
    const position = positionOf(record)
    if (position) for (const name of siteNames(record)) sites.set(name, position)
  }
  const centre = around.length > 0 ? meanPosition(around) : undefined
  const countryNames = atlas.countries.features.flatMap(({ properties }) => [properties.en, properties.fr])

  const townAt = (name: string): Position | undefined => {
    const towns = atlas.towns.get(name)
    if (!centre) return towns?.[0]?.position
    const ranked = (towns ?? [])
      .map(({ position }) => ({ position, distance: geoDistance(position, centre) }))
      .sort((one, other) => one.distance - other.distance)
    return ranked[0] && ranked[0].distance <= reach ? ranked[0].position : undefined
  }

  return {
    find(text) {
      const found: FoundPlace[] = []
      const words = withoutCountries(text.slice(0, 500), countryNames).split(/([\s,;:/()]+)/)
      // The words stand at even places and what separates them at odd ones; the longest name wins.
      for (let start = 0; start < words.length; start += 2) {
        for (let end = Math.min(words.length - 1, start + 8); end >= start; end -= 2) {
          const name = words.slice(start, end + 1).join('')
          if (!/^\p{Lu}/u.test(name) || name.length < 3) continue
          const position = sites.get(name) ?? townAt(name)
          if (!position) continue
          found.push({ name, position })
          start = end
          break
        }
      }
      return found
    },
  }
}

/** Where a record says that it is: its `location`, or any claim of a place. */
export function positionOf(record: CasebookRecord): Position | undefined {
  for (const field of [record.fields.location, ...Object.values(record.fields)])
    if (field?.kind === 'claim' && field.claim.value.kind === 'place')
      return [field.claim.value.longitude, field.claim.value.latitude]
  return undefined
}

/** `Northern Line (NL)` is also called `Northern Line` and `NL`. */
function siteNames(record: CasebookRecord): string[] {
  const name = record.fields.name
  if (name?.kind !== 'text') return []
  return languages.flatMap((language) => {
    const whole = textIn(name.text, language)
    const [, before, within] = /^(.*?)\s*\(([^)]*)\)$/.exec(whole) ?? []
    return [whole, before, within].filter((one): one is string => Boolean(one))
  })
}

/** The middle of positions on the globe, also where they lie on both sides of the 180th meridian. */
export function meanPosition(positions: readonly Position[]): Position {
  let [x, y, z] = [0, 0, 0]
  for (const [longitude, latitude] of positions) {
    const [east, north] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
    x += Math.cos(north) * Math.cos(east)
    y += Math.cos(north) * Math.sin(east)
    z += Math.sin(north)
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI]
}

/** `Zambia border` names no town, even where a town elsewhere is called Zambia. */
function withoutCountries(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => (rest.includes(name) ? rest.replaceAll(name, ' ') : rest), text)
}
