import { geoDistance } from 'd3-geo'
import { type Diagnostic, failure, type Outcome, settle } from '../../base/index.js'
import type { CasebookRecord, Claim } from '../../casebook/types.js'
import { formatList, type Language } from '../../locale/index.js'
import type { Unit } from '../../vocabulary/index.js'
import {
  amountOf,
  type BuildOptions,
  claimIn,
  emptyCollection,
  fault,
  formatAmount,
  labelOf,
  short,
  spanOf,
  wordsOf,
} from '../reading.js'
import type { Atlas, Position } from './atlas.js'
import { type FoundPlace, type Gazetteer, meanPosition, openGazetteer, positionOf } from './gazetteer.js'
import { cutGround, type Region } from './ground.js'
import type { MapRoute, MapSite, MapStop, RouteMapSpec } from './spec.js'

export interface RouteMapOptions extends BuildOptions {
  atlas: Atlas
  /** The claim of a site whose first item says what it yields. */
  group?: string
}

/** Symbols that can be told apart; a site of a seventh group is drawn like one of no group. */
export const mostGroups = 6

/**
 * Sites are the records that have a place; routes are those of `flows`. A route is drawn between the places that
 * its `origin`, `via` and `exit` name (its `destination` where there is no exit). Straight stretches: what the
 * casebook doesn't name between two places is not invented.
 */
export function buildRouteMap(
  records: readonly CasebookRecord[],
  options: RouteMapOptions,
  language: Language,
): Outcome<RouteMapSpec> {
  if (records.length === 0) return failure(emptyCollection('routeMap', options.at))
  const { atlas, casebook } = options
  const located = records.filter((record) => record.collection !== 'flows')
  const flows = records.filter((record) => record.collection === 'flows')
  const diagnostics: Diagnostic[] = located
    .filter((record) => !positionOf(record))
    .map((record) => noCoordinates(record, language))
  const { sites, groups } = readSites(located, options, language)
  const around = [...sites.map(({ position }) => position), ...sitesOf(options)]
  const gazetteer = openGazetteer(atlas, casebook, around)

  const stops = new Map<string, MapStop>()
  const routes: MapRoute[] = []
  const missing: RouteMapSpec['missing'] = []
  for (const flow of flows) {
    const stages = stagesOf(flow, gazetteer, language)
    const route = stages.length > 1 ? readRoute(flow, stages, options, language) : undefined
    if (!route) {
      diagnostics.push(noCoordinates(flow, language))
      const places = ['origin', 'via', 'exit', 'destination'].flatMap((field) =>
        wordsOf(flow.fields[field], language),
      )
      missing.push({ label: labelOf(flow, language), places: places.join(' – ') })
      continue
    }
    routes.push(route)
    for (const { places, isPort } of stages)
      for (const { name, position } of places)
        if (!sites.some((site) => isSame(site.position, position))) {
          const key = position.join()
          stops.set(key, { label: name, position, isPort: isPort || (stops.get(key)?.isPort ?? false) })
        }
  }
  const positions = [...sites, ...stops.values()].map(({ position }) => position)
  if (positions.length === 0) {
    return failure(
      ...diagnostics.map((one) => ({ ...one, severity: 'error' as const })),
      fault('no-coordinates', 'nothing on the map has a place', options.at, [
        'give records a `location`, or routes the names of towns in `origin`, `via` and `exit`',
      ]),
    )
  }
  const { centre, radius } = regionOf(positions)
  const focus = sites.length > 0 ? sites.map(({ position }) => position) : routes.flatMap(originOf)
  const detail = crowdedSites(sites, radius)
  const crowd = (detail ?? []).flatMap((index) => (sites[index] ? [sites[index].position] : []))
  const ground = cutGround(
    atlas,
    { centre, radius: Math.min(Math.PI / 2, radius * 1.6) },
    focus,
    language,
    detail && regionOf(crowd),
  )
  const spec: RouteMapSpec = {
    type: 'routeMap',
    sites,
    stops: [...stops.values()],
    routes,
    missing,
    groups,
    detail,
    ground,
  }
  return settle(spec, diagnostics)
}

function readSites(
  records: readonly CasebookRecord[],
  options: RouteMapOptions,
  language: Language,
): { sites: MapSite[]; groups: string[] } {
  const field = options.group ?? 'products'
  const located = records.flatMap((record) => {
    const position = positionOf(record)
    const claim = claimIn(record, 'location')
    return position ? [{ record, position, claim, products: wordsOf(record.fields[field], language) }] : []
  })
  const counts = new Map<string, number>()
  for (const { products } of located)
    if (products[0]) counts.set(products[0], (counts.get(products[0]) ?? 0) + 1)
  const groups = [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, mostGroups)
    .map(([name]) => name)
  const sites = located.map(({ record, position, claim, products }): MapSite => {
    const group = groups.indexOf(products[0] ?? '')
    return {
      label: labelOf(record, language),
      position,
      group: group >= 0 ? group : undefined,
      products: formatList(products, language),
      isApproximate: claim?.bound === 'about',
      status: claim?.status,
      sources: claim?.sources,
    }
  })
  return { sites, groups }
}

interface Stage {
  places: FoundPlace[]
  isPort: boolean
}

function stagesOf(flow: CasebookRecord, gazetteer: Gazetteer, language: Language): Stage[] {
  const last = flow.fields.exit ? 'exit' : 'destination'
  const stages: Stage[] = []
  for (const field of ['origin', 'via', last]) {
    // English names are those of the atlas; the document's own wording is what the map prints where it can.
    const own = wordsOf(flow.fields[field], language)
    const english = wordsOf(flow.fields[field], 'en')
    for (const [index, text] of english.entries()) {
      const places = gazetteer.find(text)
      const alone = places.length === 1 && !own[index]?.includes(places[0]?.name ?? '')
      const named = places.map((place) => (alone ? { ...place, name: own[index] ?? place.name } : place))
      if (places.length > 0) stages.push({ places: named, isPort: field === 'exit' })
    }
  }
  return stages
}

function readRoute(
  flow: CasebookRecord,
  stages: readonly Stage[],
  options: RouteMapOptions,
  language: Language,
): MapRoute {
  const stretches: MapRoute['stretches'] = stages
    .slice(1)
    .flatMap((stage, index) =>
      (stages[index]?.places ?? []).flatMap((from) =>
        stage.places
          .filter((to) => !isSame(from.position, to.position))
          .map((to): [Position, Position] => [from.position, to.position]),
      ),
    )
  const mode = flow.fields.mode
  const key = mode?.kind === 'term' ? mode.term : ''
  const figures = [firstFigure(flow, 'km'), firstFigure(flow, 'days')].filter((one) => one !== undefined)
  return {
    label: labelOf(flow, language),
    mode: wordsOf(mode, language, options.casebook)[0] ?? '',
    kind: key === 'rail' || key === 'road' ? key : 'other',
    stretches,
    places: stages.map(({ places }) => places.map(({ name }) => name).join(' / ')).join(' – '),
    destination: wordsOf(flow.fields.destination, language)[0] ?? '',
    detail: figures.map(({ claim, unit }) => describeFigure(claim, unit, language)).join(', '),
    sources: [...new Set(figures.flatMap(({ claim }) => claim.sources))],
    status: figures[0]?.claim.status,
  }
}

function firstFigure(flow: CasebookRecord, unit: Unit): { claim: Claim; unit: Unit } | undefined {
  for (const field of Object.values(flow.fields))
    if (field.kind === 'claim' && field.claim.unit === unit && field.claim.status !== 'unknown')
      return { claim: field.claim, unit }
  return undefined
}

/** A disputed figure is given from its lowest reading to its highest. */
function describeFigure(claim: Claim, unit: Unit, language: Language): string {
  const readings = [claim, ...(claim.alternatives ?? [])]
    .map((reading) => amountOf(reading, unit))
    .filter((amount) => amount !== undefined && amount !== 'mixed')
  return formatAmount({ ...spanOf(readings), bound: claim.bound }, unit, language)
}

function noCoordinates(record: CasebookRecord, language: Language): Diagnostic {
  const label = short(labelOf(record, language))
  const message =
    record.collection === 'flows'
      ? `the route “${label}” names fewer than two places that are known, and is left off the map`
      : `“${label}” has no coordinates, and is left off the map`
  return fault(
    'no-coordinates',
    message,
    record.at,
    ['give it a `location` with latitude and longitude, or name towns in `origin`, `via` and `exit`'],
    'warning',
  )
}

/** The places that the casebook is about, to tell towns of one name apart. */
function sitesOf({ casebook }: RouteMapOptions): Position[] {
  return (casebook?.collections.assets ?? []).map(positionOf).filter((position) => position !== undefined)
}

function regionOf(positions: readonly Position[]): Region {
  const centre = meanPosition(positions)
  return { centre, radius: Math.max(0.03, ...positions.map((position) => geoDistance(position, centre))) }
}

/**
 * The largest group of sites that are each nearer to another one than a label is long, if it takes up no more than
 * a third of the map. Fewer than four find room for their labels.
 */
function crowdedSites(sites: readonly MapSite[], radius: number): number[] | undefined {
  const groups: number[][] = []
  const left = new Set(sites.keys())
  while (left.size > 0) {
    const group = [...left].slice(0, 1)
    left.delete(group[0] as number)
    for (const index of group)
      for (const other of left) {
        const [here, there] = [sites[index], sites[other]]
        if (!here || !there || geoDistance(here.position, there.position) > radius * 0.09) continue
        group.push(other)
        left.delete(other)
      }
    groups.push(group.sort((one, other) => one - other))
  }
  const largest = groups.sort((one, other) => other.length - one.length)[0]
  if (!largest || largest.length < 4 || largest.length === sites.length) return undefined
  const { radius: reach } = regionOf(largest.map((index) => (sites[index] as MapSite).position))
  return reach < radius / 3 ? largest : undefined
}

function originOf({ stretches }: MapRoute): Position[] {
  return stretches.slice(0, 1).map(([from]) => from)
}

function isSame(one: Position, other: Position): boolean {
  return geoDistance(one, other) < 3 / 6371
}
