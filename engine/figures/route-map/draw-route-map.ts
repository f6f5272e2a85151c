import type { Points } from '../../base/index.js'
import type { Canvas } from '../canvas.js'
import { type Box, contains, round } from '../outline.js'
import type { Scene } from '../scene.js'
import { drawKey, drawScale, keyRows } from './draw-key.js'
import { drawSheet, type Thing } from './draw-sheet.js'
import { frameMap, type MapFrame, spotOf } from './projection.js'
import type { RouteMapSpec } from './spec.js'

/** Height of the strip under the map with its key and scale. */
const strip: Points = 16

/** Between the map and the sheet of detail under it. */
const gutter: Points = 8

/**
 * The map on a sheet as wide as the canvas, with crowded sites on a second sheet beneath it, and key and scales
 * under both. A label that finds no free place is left off (the table has all of them).
 */
export function drawRouteMap(spec: RouteMapSpec, canvas: Canvas): Scene {
  const { width } = canvas
  const things = thingsOf(spec)
  const margin = { x: Math.min(52, width * 0.13), y: 26 }
  const main = frameMap(
    things.map(({ position }) => position),
    { top: 0, width, lowest: 0.6, tallest: Math.min(width * 1.1, 400), margin, leastSpan: 300 },
  )
  const crowd = new Set(spec.detail ?? [])
  const detail =
    crowd.size > 0
      ? frameMap(
          things.filter(({ site }) => site !== undefined && crowd.has(site)).map(({ position }) => position),
          {
            top: main.height + gutter,
            width,
            lowest: 0.3,
            tallest: Math.min(width * 0.5, 180),
            margin,
            leastSpan: 60,
          },
        )
      : undefined
  const isCrowded = (thing: Thing) =>
    detail !== undefined && thing.site !== undefined && crowd.has(thing.site)
  const window = detail && windowOf(detail, main)
  const shapes = drawSheet({
    spec,
    frame: main,
    canvas,
    things,
    isLabelled: (thing) =>
      !isCrowded(thing) && !(window && !thing.isPort && contains(window, spotOf(thing.position, main))),
    hasGlobe: true,
    window,
  })
  if (detail) shapes.push(...drawSheet({ spec, frame: detail, canvas, things, isLabelled: () => true }))
  const foot = main.height + (detail ? gutter + detail.height : 0)
  const rows = keyRows(spec, canvas)
  return {
    width,
    height: round(foot + strip + (rows.length - 1) * 11),
    shapes: [
      ...shapes,
      ...drawKey(rows, foot, canvas),
      ...drawScale(
        main,
        detail ? { x: width - 6, y: main.height - 6 } : { x: width - 0.5, y: foot + 11 },
        canvas,
      ),
      ...(detail ? drawScale(detail, { x: width - 0.5, y: foot + 11 }, canvas) : []),
    ],
  }
}

function thingsOf(spec: RouteMapSpec): Thing[] {
  return [
    ...spec.sites.map(({ label, position, group }, site) => ({
      label,
      position,
      isPort: false,
      site,
      group,
    })),
    ...spec.stops.map(({ label, position, isPort }) => ({ label, position, isPort })),
  ]
}

/** What one sheet shows, on another. */
function windowOf(inner: MapFrame, outer: MapFrame): Box {
  const corners = [
    [0, inner.top],
    [inner.width, inner.top],
    [inner.width, inner.top + inner.height],
    [0, inner.top + inner.height],
  ].map(([x = 0, y = 0]) => spotOf(inner.projection.invert?.([x, y]) ?? [0, 0], outer))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
