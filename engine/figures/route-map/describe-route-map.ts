import { formatList, formatNumber, type Language, narrowSpace, phrase } from '../../locale/index.js'
import { type Cite, type Description, dataTable } from '../description.js'
import { short } from '../reading.js'
import type { Position } from './atlas.js'
import type { RouteMapSpec } from './spec.js'

/** Every site with its position, every route with its places and figures, and what could not be drawn. */
export function describeRouteMap(spec: RouteMapSpec, language: Language, cite?: Cite): Description {
  const groups = spec.groups.map((name, group) => {
    const names = spec.sites.filter((site) => site.group === group).map((site) => short(site.label))
    return `${name} (${formatList(names, language)})`
  })
  const routes = spec.routes.map((route) =>
    [`${short(route.label)}: ${route.places}`, route.mode, route.detail].filter(Boolean).join(', '),
  )
  const alt = [
    phrase('map-shows', language, { sites: spec.sites.length, routes: spec.routes.length }),
    ...(groups.length > 0 ? [`${phrase('sites', language)}${colon(language)}${groups.join('; ')}.`] : []),
    ...routes.map((route) => `${route}.`),
    ...(spec.missing.length > 0
      ? [
          phrase('not-on-map', language, {
            names: formatList(
              spec.missing.map((one) => short(one.label)),
              language,
            ),
          }),
        ]
      : []),
    phrase('lines-are-straight', language),
  ].join(' ')
  const table = dataTable(
    [
      { head: phrase('place-or-route', language) },
      { head: phrase('position-or-places', language) },
      { head: phrase('particulars', language) },
    ],
    [
      ...spec.sites.map((site) => ({
        cells: [
          site.label,
          `${site.isApproximate ? `${phrase('about', language)} ` : ''}${formatPosition(site.position, language)}`,
          site.products,
        ],
        provenance: site.status && { status: site.status, sources: site.sources ?? [] },
      })),
      ...spec.stops.map((stop) => ({
        cells: [
          stop.label,
          formatPosition(stop.position, language),
          phrase(stop.isPort ? 'port' : 'town', language),
        ],
      })),
      ...spec.routes.map((route) => ({
        cells: [
          route.label,
          route.destination
            ? `${route.places} (${phrase('to', language)} ${route.destination})`
            : route.places,
          [route.mode, route.detail].filter(Boolean).join(', '),
        ],
        provenance: route.status && { status: route.status, sources: route.sources },
      })),
      ...spec.missing.map(({ label, places }) => ({
        cells: [label, places, phrase('places-unknown', language)],
      })),
    ],
    language,
    cite,
  )
  return { alt, table }
}

/** `11.77° S, 27.23° E`. */
export function formatPosition([longitude, latitude]: Position, language: Language): string {
  const side = (angle: number, positive: string, negative: string) =>
    `${formatNumber(Math.abs(angle), language, 2)}°${narrowSpace}${angle < 0 ? negative : positive}`
  return `${side(latitude, 'N', 'S')}, ${side(longitude, 'E', language === 'fr' ? 'O' : 'W')}`
}

function colon(language: Language): string {
  return language === 'fr' ? '\u00a0: ' : ': '
}
