import { failure } from '../../base/index.js'
import type { BuildContext, FigureKind } from '../figure-kind.js'
import { buildRouteMap } from './build-route-map.js'
import { describeRouteMap } from './describe-route-map.js'
import { drawRouteMap } from './draw-route-map.js'
import type { RouteMapSpec } from './spec.js'

/** Reads the atlas only where there is a map to draw. Errors, besides the builder's: `template/no-atlas`. */
export const routeMap: FigureKind<RouteMapSpec, BuildContext & { group?: string }> = {
  signature: 'routeMap assets flows group="products" caption="…"',
  docs: 'A map of the records that have a place, and of the routes of flows among them. `group` is the claim of a site whose first item chooses its symbol. Takes several lists.',
  takes: [1, 10],
  options: { group: 'word' },
  build: (records, { atlas, ...options }, language) => {
    const read = atlas?.()
    if (!read) {
      const message = 'there is no map data to draw a map from'
      return failure({ severity: 'error', code: 'template/no-atlas', message, hints: [] })
    }
    return read.ok ? buildRouteMap(records, { ...options, atlas: read.value }, language) : read
  },
  draw: drawRouteMap,
  describe: describeRouteMap,
}
