import { geoDistance, geoInterpolate, geoOrthographic, geoPath } from 'd3-geo'
import type { Points } from '../../lengths.js'
import { formatQuantity } from '../../locale/index.js'
import { type Canvas, hairline, labelSize, smallSize } from '../canvas.js'
import { fitLine } from '../label.js'
import { type Box, isWithin, overlaps, polyline, rectangle, round } from '../outline.js'
import { type LabelWish, placeLabels, type Spot, type Surroundings } from '../place-labels.js'
import type { Scene, Shape, TextShape } from '../scene.js'
import type { Position } from './atlas.js'
import { nameCountries } from './name-countries.js'
import { frameMap, type MapFrame, scaleBar } from './projection.js'
import type { MapRoute, RouteMapSpec } from './spec.js'
import { portSymbol, siteSymbol, townSymbol } from './symbols.js'

/** The sheet's own colours: land paler than sea, so that ink stands out, and all apart in greyscale. */
const sheet = { sea: '#cbdbe5', land: '#eeebe3', focus: '#fbfaf5', border: '#a9a294', coast: '#7f97a5' }

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
      !isCrowded(thing) && !(window && !thing.isPort && holds(window, spotOf(thing.position, main))),
    hasGlobe: true,
    ...(window ? { window } : {}),
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

/** A site or a stop of a route: what has a symbol. */
interface Thing {
  label: string
  position: Position
  isPort: boolean
  /** Index among the sites; `undefined` for a stop. */
  site?: number
  group?: number
}

interface Sheet {
  spec: RouteMapSpec
  frame: MapFrame
  canvas: Canvas
  things: Thing[]
  isLabelled: (thing: Thing) => boolean
  hasGlobe?: boolean
  /** What the sheet of detail shows, outlined. */
  window?: Box
}

function thingsOf(spec: RouteMapSpec): Thing[] {
  return [
    ...spec.sites.map(({ label, position, group }, site) => ({
      label,
      position,
      isPort: false,
      site,
      ...(group === undefined ? {} : { group }),
    })),
    ...spec.stops.map(({ label, position, isPort }) => ({ label, position, isPort })),
  ]
}

function drawSheet({ spec, frame, canvas, things, isLabelled, hasGlobe, window }: Sheet): Shape[] {
  const { width, colours } = canvas
  const { top, height } = frame
  const sheetBox: Box = { x: 0, y: top, width, height }
  const outline = rectangle(sheetBox)
  const routes = spec.routes.map((route) => ({ route, lines: linesOf(route, frame) }))
  const surroundings: Surroundings = {
    frame: { x: 3, y: top + 3, width: width - 6, height: height - 6 },
    taken: [],
    lines: routes.flatMap(({ lines }) => lines.flat()).filter((spot) => holds(sheetBox, spot)),
  }
  const seen = things
    .map((thing) => ({ thing, at: spotOf(thing.position, frame), reach: reachOf(thing) }))
    .filter(({ at }) => holds(sheetBox, at))
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

function nameThings(
  things: readonly { thing: Thing; at: Spot; reach: Points }[],
  surroundings: Surroundings,
  canvas: Canvas,
): { names: TextShape[]; leaders: Shape[] } {
  // Crowded ones first: the others find a place anyway.
  const labelled = things
    .map((one) => {
      const style = { size: labelSize, ...(one.thing.isPort ? { bold: true } : {}) }
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
        halo: sheet.focus,
      },
    ]
  })
  return { names, leaders }
}

function drawGround({ ground }: RouteMapSpec, { projection }: MapFrame, outline: string): Shape[] {
  const path = geoPath(projection).digits(2)
  const shapes: Shape[] = [{ kind: 'path', d: outline, fill: sheet.sea }]
  for (const { shape, isFocus } of ground.countries) {
    const d = path(shape)
    const fill = isFocus ? sheet.focus : sheet.land
    // A stroke of its own colour closes the seam between neighbours.
    if (d) shapes.push({ kind: 'path', d, fill, stroke: fill, strokeWidth: 0.3 })
  }
  const lakes = path(ground.lakes)
  if (lakes) shapes.push({ kind: 'path', d: lakes, fill: sheet.sea, stroke: sheet.coast, strokeWidth: 0.35 })
  const borders = path(ground.borders)
  if (borders)
    shapes.push({ kind: 'path', d: borders, stroke: sheet.border, strokeWidth: hairline, dash: [2.5, 1.2] })
  const coasts = path(ground.coasts)
  if (coasts) shapes.push({ kind: 'path', d: coasts, stroke: sheet.coast, strokeWidth: hairline })
  return shapes
}

/** Great circles in steps of some points, so that both curves and distances along them are right. */
function linesOf(route: MapRoute, frame: MapFrame): Spot[][] {
  return route.stretches.map(([from, to]) => {
    const along = geoInterpolate(from, to)
    const steps = Math.max(2, Math.ceil((geoDistance(from, to) * frame.projection.scale()) / 4))
    return Array.from({ length: steps + 1 }, (_, step) => spotOf(along(step / steps), frame))
  })
}

/** Rail as a line with white gaps, road as a thin line, anything else dashed. */
function drawRoute(route: MapRoute, lines: Spot[][], ink: string, accent: string): Shape[] {
  const d = lines.map((line) => polyline(line)).join('')
  if (!d) return []
  const halo: Shape = { kind: 'path', d, stroke: sheet.focus, strokeWidth: route.kind === 'rail' ? 3.6 : 2.6 }
  if (route.kind === 'rail')
    return [
      halo,
      { kind: 'path', d, stroke: ink, strokeWidth: 2.2 },
      { kind: 'path', d, stroke: '#ffffff', strokeWidth: 1.1, dash: [4, 4] },
    ]
  if (route.kind === 'road') return [halo, { kind: 'path', d, stroke: accent, strokeWidth: 1.1 }]
  return [halo, { kind: 'path', d, stroke: accent, strokeWidth: 1.1, dash: [3, 2] }]
}

function rank({ kind }: MapRoute): number {
  return kind === 'rail' ? 1 : 0
}

/** Mode and figures on the line itself, where there is room for them. */
function routeLabel(
  { route, lines }: { route: MapRoute; lines: Spot[][] },
  { frame, taken, lines: allLines }: Surroundings,
  canvas: Canvas,
): TextShape[] {
  const longest = [...lines].sort((one, other) => other.length - one.length)[0]
  const text = [route.mode, route.detail].filter(Boolean).join(', ')
  if (!longest || !text) return []
  const style = { size: smallSize, italic: true }
  for (const candidate of [text, route.detail, route.mode]) {
    if (!candidate || canvas.measure(candidate, style) > canvas.width * 0.5) continue
    const width = canvas.measure(candidate, style) + 2
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]) {
      const [x, y] = longest[Math.round(share * (longest.length - 1))] as Spot
      for (const [dx, dy] of sidesOf(width)) {
        const box = { x: x + dx - width / 2, y: y + dy - 4.2, width, height: 8.4 }
        const isClear = !allLines.some((spot) =>
          overlaps(box, { x: spot[0], y: spot[1], width: 0, height: 0 }, 1.5),
        )
        if (!isClear || !isWithin(box, frame) || taken.some((other) => overlaps(box, other, 1))) continue
        taken.push(box)
        return [
          {
            kind: 'text',
            x: round(x + dx),
            y: round(y + dy + 2.3),
            text: candidate,
            size: smallSize,
            italic: true,
            colour: canvas.colours.ink,
            anchor: 'middle',
            halo: sheet.focus,
          },
        ]
      }
    }
  }
  return []
}

/** Where a label may stand against a point of its line: above, below, at either side. */
function sidesOf(width: Points): [Points, Points][] {
  const sides: [Points, Points][] = []
  for (const gap of [3, 7, 12])
    sides.push(
      [0, -4 - gap],
      [0, 4 + gap],
      [width / 2 + gap, 0],
      [-width / 2 - gap, 0],
      [width / 2 + gap - 2, -5],
      [-width / 2 - gap + 2, -5],
      [width / 2 + gap - 2, 5],
      [-width / 2 - gap + 2, 5],
    )
  return sides
}

/** Where on Earth the sheet lies: a globe in the emptiest corner, the sheet's extent outlined on it. */
function drawGlobe(spec: RouteMapSpec, frame: MapFrame, surroundings: Surroundings, canvas: Canvas): Shape[] {
  const radius = Math.min(24, canvas.width * 0.075)
  const size = 2 * radius + 6
  const corners: Box[] = [
    [4, frame.height - size - 4],
    [frame.width - size - 4, frame.height - size - 4],
    [4, 4],
    [frame.width - size - 4, 4],
  ].map(([x = 0, y = 0]) => ({ x, y, width: size, height: size }))
  const obstacles = (box: Box) =>
    surroundings.taken.filter((other) => overlaps(box, other, 18)).length * 20 +
    surroundings.lines.filter(([x, y]) => overlaps(box, { x, y, width: 0, height: 0 }, 4)).length
  const box = corners
    .map((corner) => ({ corner, cost: obstacles(corner) }))
    .sort((a, b) => a.cost - b.cost)[0]
  const middle = frame.projection.invert?.([frame.width / 2, frame.height / 2])
  if (!box || !middle || box.cost > 19) return []
  surroundings.taken.push(box.corner)
  const centre: Spot = [box.corner.x + size / 2, box.corner.y + size / 2]
  const globe = geoOrthographic()
    .rotate([-middle[0], -middle[1] * 0.6])
    .scale(radius)
    .translate([centre[0], centre[1]])
    .clipAngle(90)
  const edge = [0, 1, 2, 3].flatMap((side) =>
    Array.from({ length: 6 }, (_, step): Position | undefined => {
      const share = step / 6
      const [x, y] = [
        [share, 0],
        [1, share],
        [1 - share, 1],
        [0, 1 - share],
      ][side] as [number, number]
      return frame.projection.invert?.([x * frame.width, y * frame.height]) ?? undefined
    }),
  )
  const extent = edge.flatMap((position) => (position ? [globe(position) as Spot] : []))
  const land = geoPath(globe).digits(2)(spec.ground.globe)
  return [
    { kind: 'circle', x: centre[0], y: centre[1], radius: radius + 1.5, fill: '#ffffff' },
    {
      kind: 'circle',
      x: centre[0],
      y: centre[1],
      radius,
      fill: '#eef3f6',
      stroke: sheet.coast,
      strokeWidth: 0.5,
    },
    ...(land ? [{ kind: 'path' as const, d: land, fill: '#b9b3a6' }] : []),
    { kind: 'path', d: polyline(extent, true), stroke: canvas.colours.caution, strokeWidth: 1 },
  ]
}

/** The groups of the key, in rows that leave the scale bar its place at the right. */
function keyRows(spec: RouteMapSpec, canvas: Canvas): { group: number; text: string; x: Points }[][] {
  const rows: { group: number; text: string; x: Points }[][] = [[]]
  const most = canvas.width - 90
  let x = 0
  for (const [group, name] of spec.groups.entries()) {
    const text = fitLine(name, most - 12, { size: smallSize }, canvas)
    const width = 12 + canvas.measure(text, { size: smallSize }) + 10
    if (x + width - 10 > most && x > 0) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ group, text, x })
    x += width
  }
  return rows
}

function drawKey(rows: ReturnType<typeof keyRows>, foot: Points, { colours }: Canvas): Shape[] {
  return rows.flatMap((row, index) =>
    row.flatMap(({ group, text, x }): Shape[] => {
      const baseline = foot + 11 + index * 11
      return [
        ...siteSymbol(group, [x + 4, baseline - 2.4], 2.8, colours.ink),
        {
          kind: 'text',
          x: round(x + 11),
          y: round(baseline),
          text,
          size: smallSize,
          colour: colours.ink,
          anchor: 'start',
        },
      ]
    }),
  )
}

/** A bar of a round length, ending with its label at `at`. */
function drawScale({ projection }: MapFrame, at: { x: Points; y: Points }, canvas: Canvas): Shape[] {
  const { colours, width, language } = canvas
  const bar = scaleBar(projection, Math.min(80, width * 0.2))
  const text = formatQuantity(bar.kilometres, 'km', language)
  const start = at.x - canvas.measure(text, { size: smallSize }) - 4 - bar.length
  const d = polyline([
    [start, at.y - 5],
    [start, at.y - 1],
    [start + bar.length, at.y - 1],
    [start + bar.length, at.y - 5],
  ])
  return [
    { kind: 'path', d, stroke: colours.ink, strokeWidth: 0.75 },
    {
      kind: 'text',
      x: round(at.x),
      y: round(at.y),
      text,
      size: smallSize,
      colour: colours.ink,
      anchor: 'end',
      halo: '#ffffff',
    },
  ]
}

function crowding(at: Spot, things: readonly { at: Spot }[]): number {
  return things.filter(({ at: other }) => Math.hypot(other[0] - at[0], other[1] - at[1]) < 30).length
}

function spotOf(position: readonly [number, number], { projection }: MapFrame): Spot {
  return (projection([position[0], position[1]]) ?? [0, 0]) as Spot
}

function holds({ x, y, width, height }: Box, [px, py]: Spot): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height
}
