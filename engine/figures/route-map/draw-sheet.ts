import { geoPath } from 'd3-geo'
import type { Points } from '../../base/index.js'
import { type Canvas, hairline, labelSize } from '../canvas.js'
import { fitLine } from '../label.js'
import { type Box, contains, polyline, rectangle, round } from '../outline.js'
import { type LabelWish, placeLabels, type Spot, type Surroundings } from '../place-labels.js'
import type { Shape, TextShape } from '../scene.js'
import type { Position } from './atlas.js'
import { drawGlobe } from './draw-globe.js'
import { drawRoute, linesOf, rank, routeLabel } from './draw-route.js'
import { nameCountries } from './name-countries.js'
import { type MapFrame, spotOf } from './projection.js'
import { sheetColours } from './sheet-colours.js'
import type { RouteMapSpec } from './spec.js'
import { portSymbol, siteSymbol, townSymbol } from './symbols.js'

/** A site or a stop of a route: what has a symbol. */
export interface Thing {
  label: string
  position: Position
  isPort: boolean
  /** Index among the sites; `undefined` for a stop. */
  site?: number
  group?: number
}

export interface Sheet {
  spec: RouteMapSpec
  frame: MapFrame
  canvas: Canvas
  things: Thing[]
  isLabelled: (thing: Thing) => boolean
  hasGlobe?: boolean
  /** What the sheet of detail shows, outlined. */
  window?: Box
}

/** A map with its symbols and names, within the frame; later sheets are edged in the colour of their window. */
export function drawSheet({ spec, frame, canvas, things, isLabelled, hasGlobe, window }: Sheet): Shape[] {
  const { width, colours } = canvas
  const { top, height } = frame
  const sheetBox: Box = { x: 0, y: top, width, height }
  const outline = rectangle(sheetBox)
  const routes = spec.routes.map((route) => ({ route, lines: linesOf(route, frame) }))
  const surroundings: Surroundings = {
    frame: { x: 3, y: top + 3, width: width - 6, height: height - 6 },
    taken: [],
    lines: routes.flatMap(({ lines }) => lines.flat()).filter((spot) => contains(sheetBox, spot)),
  }
  const seen = things
    .map((thing) => ({ thing, at: spotOf(thing.position, frame), reach: reachOf(thing) }))
    .filter(({ at }) => contains(sheetBox, at))
  for (const { at, reach } of seen)
    surroundings.taken.push({ x: at[0] - reach, y: at[1] - reach, width: 2 * reach, height: 2 * reach })
  // The scale bar's place, when it stands on the sheet.
  if (window) {
    surroundings.taken.push({ x: width - 120, y: top + height - 18, width: 120, height: 18 }, window)
  }
  const globe = hasGlobe ? drawGlobe(spec, frame, surroundings, canvas) : []
  const { names, leaders } = nameThings(
    seen.filter(({ thing }) => isLabelled(thing)),
    surroundings,
    canvas,
  )
  // Said once: a stretch of a route on the sheet of detail is not as long as the route.
  const details = hasGlobe ? routes.flatMap((one) => routeLabel(one, surroundings, canvas)) : []
  const countries = nameCountries(spec.ground.countries, frame, surroundings, canvas)
  const drawn = [...routes].sort((one, other) => rank(one.route) - rank(other.route))
  const map: Shape[] = [
    ...drawGround(spec, frame, outline),
    ...countries,
    ...drawn.flatMap(({ route, lines }) => drawRoute(route, lines, colours.ink, colours.accent)),
    ...leaders,
    ...seen.flatMap(({ thing, at }) => {
      if (thing.site !== undefined) return siteSymbol(thing.group, at, 3, colours.ink)
      return thing.isPort ? portSymbol(at, colours.accent) : townSymbol(at, colours.ink)
    }),
    ...(window
      ? [{ kind: 'path' as const, d: rectangle(window), stroke: colours.caution, strokeWidth: 0.75 }]
      : []),
    ...details,
    ...names,
    ...globe,
  ]
  const edge = { kind: 'path' as const, d: outline, stroke: top > 0 ? colours.caution : colours.rule }
  return [
    { kind: 'clipped', clip: outline, shapes: map },
    { ...edge, strokeWidth: top > 0 ? 0.75 : hairline },
  ]
}

function reachOf({ site, isPort }: Thing): Points {
  if (site !== undefined) return 3.6
  return isPort ? 4 : 2.2
}

function nameThings(
  things: readonly { thing: Thing; at: Spot; reach: Points }[],
  surroundings: Surroundings,
  canvas: Canvas,
): { names: TextShape[]; leaders: Shape[] } {
  // Crowded ones first: the others find a place anyway.
  const labelled = things
    .map((one) => {
      const style = { size: labelSize, bold: one.thing.isPort }
      const text = fitLine(one.thing.label, canvas.width * 0.34, style, canvas)
      return { ...one, style, text, width: canvas.measure(text, style) }
    })
    .sort((one, other) => crowding(other.at, things) - crowding(one.at, things))
  const wishes = labelled.map(
    ({ at, reach, width }): LabelWish => ({ anchor: at, clearance: reach, width, height: labelSize }),
  )
  const leaders: Shape[] = []
  const names = placeLabels(wishes, surroundings).flatMap((label, index): TextShape[] => {
    const wish = labelled[index]
    if (!label || !wish) return []
    if (label.leader)
      leaders.push({ kind: 'path', d: polyline(label.leader), stroke: canvas.colours.ink, strokeWidth: 0.4 })
    return [
      {
        kind: 'text',
        x: round(label.box.x),
        y: round(label.box.y + labelSize * 0.78),
        text: wish.text,
        ...wish.style,
        colour: canvas.colours.ink,
        anchor: 'start',
        halo: sheetColours.focus,
      },
    ]
  })
  return { names, leaders }
}

function drawGround({ ground }: RouteMapSpec, { projection }: MapFrame, outline: string): Shape[] {
  const path = geoPath(projection).digits(2)
  const shapes: Shape[] = [{ kind: 'path', d: outline, fill: sheetColours.sea }]
  for (const { shape, isFocus } of ground.countries) {
    const d = path(shape)
    const fill = isFocus ? sheetColours.focus : sheetColours.land
    // A stroke of its own colour closes the seam between neighbours.
    if (d) shapes.push({ kind: 'path', d, fill, stroke: fill, strokeWidth: 0.3 })
  }
  const lakes = path(ground.lakes)
  if (lakes)
    shapes.push({
      kind: 'path',
      d: lakes,
      fill: sheetColours.sea,
      stroke: sheetColours.coast,
      strokeWidth: 0.35,
    })
  const borders = path(ground.borders)
  if (borders)
    shapes.push({
      kind: 'path',
      d: borders,
      stroke: sheetColours.border,
      strokeWidth: hairline,
      dash: [2.5, 1.2],
    })
  const coasts = path(ground.coasts)
  if (coasts) shapes.push({ kind: 'path', d: coasts, stroke: sheetColours.coast, strokeWidth: hairline })
  return shapes
}

function crowding(at: Spot, things: readonly { at: Spot }[]): number {
  return things.filter(({ at: other }) => Math.hypot(other[0] - at[0], other[1] - at[1]) < 30).length
}
