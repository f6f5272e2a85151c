import type { Points } from '../base/index.js'

/** Pieces of SVG path data, rounded to a hundredth of a point so that the same picture has the same bytes. */

export interface Box {
  x: Points
  y: Points
  width: Points
  height: Points
}

export function round(length: Points): Points {
  return Math.round(length * 100) / 100 + 0
}

export function polyline(vertices: readonly (readonly [Points, Points])[], isClosed = false): string {
  const d = vertices.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('')
  return isClosed ? `${d}Z` : d
}

export function rectangle({ x, y, width, height }: Box): string {
  return `M${round(x)},${round(y)}L${round(x + width)},${round(y)}L${round(x + width)},${round(y + height)}L${round(x)},${round(y + height)}Z`
}

export function overlaps(one: Box, other: Box, gap: Points = 0): boolean {
  return (
    one.x < other.x + other.width + gap &&
    other.x < one.x + one.width + gap &&
    one.y < other.y + other.height + gap &&
    other.y < one.y + one.height + gap
  )
}

export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

export function contains({ x, y, width, height }: Box, [px, py]: readonly [Points, Points]): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height
}
