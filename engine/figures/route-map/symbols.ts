import type { Points } from '../../base/index.js'
import { hairline } from '../canvas.js'
import { polyline } from '../outline.js'
import { lightness, otherStyle, seriesStyle, tinted } from '../palette.js'
import type { Spot } from '../place-labels.js'
import type { Shape } from '../scene.js'

/** A symbol for each group of sites: the form alone tells it, the colour helps. */
export function siteSymbol(group: number | undefined, [x, y]: Spot, size: Points, ink: string): Shape[] {
  const style = group === undefined ? otherStyle : seriesStyle(group)
  const fill = style.pattern === 'solid' ? style.colour : tinted(style.colour, 0.15)
  // White parts dark symbols from lines; pale ones need an edge to be seen on land.
  const edge = lightness(fill) > 70 ? ink : '#ffffff'
  const outline = { fill, stroke: edge, strokeWidth: 0.7 }
  if (group === undefined) return [{ kind: 'circle', x, y, radius: size * 0.8, ...outline, stroke: ink }]
  if (group === 0) return [{ kind: 'circle', x, y, radius: size, ...outline }]
  const corners: number[][] = [
    [],
    [45, 135, 225, 315],
    [-90, 30, 150],
    [0, 90, 180, 270],
    [90, 210, 330],
    [-90, -18, 54, 126, 198],
  ]
  const reach = size * ([1, 1.2, 1.3, 1.3, 1.3, 1.15][group] ?? 1)
  const vertices = (corners[group] ?? []).map((angle): Spot => {
    const radians = (angle * Math.PI) / 180
    return [x + reach * Math.cos(radians), y + reach * Math.sin(radians)]
  })
  return [{ kind: 'path', d: polyline(vertices, true), ...outline }]
}

/** A harbour: a ring with a bar, as on sea charts. */
export function portSymbol([x, y]: Spot, ink: string): Shape[] {
  return [
    { kind: 'circle', x, y, radius: 3.2, fill: '#ffffff', stroke: ink, strokeWidth: 1.1 },
    { kind: 'circle', x, y, radius: 1.2, fill: ink },
  ]
}

export function townSymbol([x, y]: Spot, ink: string): Shape[] {
  return [{ kind: 'circle', x, y, radius: 1.6, fill: '#ffffff', stroke: ink, strokeWidth: hairline }]
}
