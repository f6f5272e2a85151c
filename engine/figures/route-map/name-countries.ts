import { geoPath } from 'd3-geo'
import type { Points } from '../../base/index.js'
import { type Canvas, smallSize } from '../canvas.js'
import { wrapText } from '../label.js'
import { type Box, isWithin, overlaps, round } from '../outline.js'
import type { Spot, Surroundings } from '../place-labels.js'
import type { TextShape } from '../scene.js'
import { crossings, isAmong } from './ground.js'
import type { MapFrame } from './projection.js'
import type { Ground } from './spec.js'

/** Dark enough on land for 4.5:1, and lighter than any label of a place. */
const colour = '#68635a'
const leading: Points = 8.5

/** Names of the countries that have room for theirs, wholly inside them, in capitals. */
export function nameCountries(
  countries: Ground['countries'],
  frame: MapFrame,
  surroundings: Surroundings,
  canvas: Canvas,
): TextShape[] {
  const style = { size: smallSize }
  const path = geoPath(frame.projection)
  return countries.flatMap(({ name, shape }) => {
    const [[left, top], [right, bottom]] = path.bounds(shape)
    if (!Number.isFinite(left) || right - left < 12) return []
    const rings = shape.coordinates.flatMap((polygon) => {
      const [outer] = polygon
      return outer
        ? [outer.map((vertex) => (frame.projection(vertex as [number, number]) ?? [0, 0]) as Spot)]
        : []
    })
    const words = name.toUpperCase()
    for (const broken of [1, 2, 3]) {
      const lines = broken === 1 ? [words] : balanced(words, broken, canvas)
      if (lines.length !== broken || lines.some((line) => line.endsWith('…'))) continue
      const width = Math.max(...lines.map((line) => canvas.measure(line, style)))
      const height = (lines.length - 1) * leading + smallSize
      const box = roomiest({ left, top, right, bottom }, width, height, rings, surroundings)
      if (!box) continue
      surroundings.taken.push(box)
      return lines.map((text, index) => ({
        kind: 'text' as const,
        x: round(box.x + box.width / 2),
        y: round(box.y + smallSize * 0.78 + index * leading),
        text,
        size: smallSize,
        colour,
        anchor: 'middle' as const,
      }))
    }
    return []
  })
}

/** The free box inside the country that is nearest to the middle of what is seen of it. */
function roomiest(
  { left, top, right, bottom }: { left: Points; top: Points; right: Points; bottom: Points },
  width: Points,
  height: Points,
  rings: readonly (readonly Spot[])[],
  { frame, taken, lines }: Surroundings,
): Box | undefined {
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
  let best: { box: Box; cost: number } | undefined
  for (let row = 1; row < 24; row++) {
    const middle = top + ((bottom - top) * row) / 24
    // Boxes of a row have their upper edges at one height, and their lower ones.
    let edges: number[][][] | undefined
    for (let column = 1; column < 24; column++) {
      const x = left + ((right - left) * column) / 24
      const cost = Math.hypot((x - middleX) / (right - left), (middle - middleY) / (bottom - top))
      if (best && cost >= best.cost) continue
      const box = { x: x - width / 2, y: middle - height / 2, width, height }
      if (!isWithin(box, frame) || taken.some((other) => overlaps(box, other, 2))) continue
      if (lines.some(([px, py]) => overlaps(box, { x: px, y: py, width: 0, height: 0 }, 1.5))) continue
      edges ??= [box.y, box.y + height].map((y) => rings.map((ring) => crossings(ring, y)))
      const corners = [0, 0.25, 0.5, 0.75, 1].map((share) => box.x + box.width * share)
      const isInside = edges.every((edge) => corners.every((x) => edge.some((ring) => isAmong(ring, x))))
      if (isInside) best = { box, cost }
    }
  }
  return best?.box
}

function balanced(words: string, count: number, canvas: Canvas): string[] {
  const whole = canvas.measure(words, { size: smallSize })
  return wrapText(words, (whole / count) * 1.35, { size: smallSize }, canvas, count)
}
