import type { Points } from '../base/index.js'
import { type Box, contains, isWithin, overlaps } from './outline.js'

export type Spot = readonly [x: Points, y: Points]

/** A label that wants to stand beside `anchor`. */
export interface LabelWish {
  anchor: Spot
  /** How far the symbol reaches from the anchor. */
  clearance: Points
  width: Points
  height: Points
}

export interface PlacedLabel {
  box: Box
  /** Which side of the box faces the anchor. */
  side: 'left' | 'right' | 'middle'
  /** From the symbol to the box, where the label stands too far off to be read as the symbol's own. */
  leader?: [from: Spot, to: Spot]
}

export interface Surroundings {
  frame: Box
  /** What no label may cover: symbols, and what is written already. */
  taken: Box[]
  /** What a label had better not cover: points along lines. */
  lines: readonly Spot[]
}

// East first, then the diagonals: the order in which an eye looks for a name (Imhof 1975).
const angles = [
  0, -25, 25, 180, -155, 155, -50, 50, -90, 90, -130, 130, -70, 70, -110, 110, -12, 12, 168, -168, -38, 38,
  142, -142,
]
const distances: readonly Points[] = [0, 5, 11, 18, 26, 35, 45, 56, 68, 82, 98, 116]

/**
 * A place for each label, greedily, in the given order; `undefined` where none is free. No label overlaps another
 * or a symbol, no leader crosses a label, and all stay inside the frame.
 *
 * Adds the boxes that it uses to `taken`.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  surroundings: Surroundings,
): (PlacedLabel | undefined)[] {
  const leaders: [Spot, Spot][] = []
  const anchors = wishes.map(({ anchor }) => anchor)
  return wishes.map((wish) => {
    let best: { label: PlacedLabel; cost: number } | undefined
    for (const [nearness, distance] of distances.entries()) {
      for (const [preference, angle] of angles.entries()) {
        const cost = distance + preference * 0.7 + nearness * 2
        if (best && cost >= best.cost) continue
        const label = candidate(wish, distance, angle)
        const total =
          cost +
          4 * coveredPoints(label.box, surroundings.lines) +
          (label.leader || isNearest(label.box, wish.anchor, anchors) ? 0 : 30)
        if (best && total >= best.cost) continue
        if (isFree(label, wish, surroundings, leaders)) best = { label, cost: total }
      }
    }
    if (!best) return undefined
    surroundings.taken.push(best.label.box)
    if (best.label.leader) leaders.push(best.label.leader)
    return best.label
  })
}

function candidate(wish: LabelWish, distance: Points, angle: number): PlacedLabel {
  const radians = (angle * Math.PI) / 180
  const [dx, dy] = [Math.cos(radians), Math.sin(radians)]
  const reach = wish.clearance + 1.5 + distance
  const at: Spot = [wish.anchor[0] + dx * reach, wish.anchor[1] + dy * reach]
  const side = Math.abs(dx) < 0.3 ? 'middle' : dx > 0 ? 'left' : 'right'
  const x = side === 'middle' ? at[0] - wish.width / 2 : side === 'left' ? at[0] : at[0] - wish.width
  // Beside the point the label is centred on it; above and below it stands clear of it.
  const y =
    at[1] - wish.height / 2 + (side === 'middle' ? Math.sign(dy) * (wish.height / 2) : dy * (wish.height / 3))
  const box = { x, y, width: wish.width, height: wish.height }
  if (distance < 8) return { box, side }
  const from: Spot = [wish.anchor[0] + dx * wish.clearance, wish.anchor[1] + dy * wish.clearance]
  const to: Spot = [
    side === 'middle' ? at[0] : side === 'left' ? x - 1 : x + wish.width + 1,
    side === 'middle' ? (dy > 0 ? y - 0.5 : y + wish.height + 0.5) : y + wish.height / 2,
  ]
  return { box, side, leader: [from, to] }
}

function isFree(
  { box, leader }: PlacedLabel,
  wish: LabelWish,
  { frame, taken }: Surroundings,
  leaders: readonly [Spot, Spot][],
): boolean {
  if (!isWithin(box, frame)) return false
  if (taken.some((other) => overlaps(box, other, 0.8))) return false
  if (leaders.some(([from, to]) => crossesBox(from, to, box))) return false
  if (!leader) return true
  const [from, to] = leader
  if (leaders.some((other) => crosses(from, to, ...other))) return false
  return !taken.some((other) => !contains(other, wish.anchor) && crossesBox(from, to, other))
}

/** Whether a label without a leader is read as its own symbol's. */
function isNearest(box: Box, own: Spot, anchors: readonly Spot[]): boolean {
  const gap = ([x, y]: Spot) =>
    Math.hypot(Math.max(0, box.x - x, x - box.x - box.width), Math.max(0, box.y - y, y - box.y - box.height))
  return anchors.every((other) => other === own || gap(other) > gap(own) + 2)
}

function coveredPoints(box: Box, points: readonly Spot[]): number {
  return points.filter((point) => contains(box, point)).length
}

function crossesBox(from: Spot, to: Spot, box: Box): boolean {
  const { x, y, width, height } = box
  const corners: Spot[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
  return (
    contains(box, from) ||
    contains(box, to) ||
    corners.some((corner, index) => crosses(from, to, corner, corners[(index + 1) % 4] as Spot))
  )
}

function crosses(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const turn = (p: Spot, q: Spot, r: Spot) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)
}
