import type { Points } from '../base/index.js'
import { type Box, polyline, rectangle } from './outline.js'
import { type Pattern, tinted } from './palette.js'
import type { Shape } from './scene.js'

/**
 * An area in a colour and a pattern. Patterns are real lines cut to the outline, since PDF patterns print
 * differently from one reader to the next.
 *
 * `box` holds the whole of `outline`.
 */
export function fillArea(outline: string, box: Box, colour: string, pattern: Pattern): Shape[] {
  if (pattern === 'solid') return [{ kind: 'path', d: outline, fill: colour }]
  const edge: Shape = { kind: 'path', d: outline, stroke: colour, strokeWidth: 0.6 }
  if (pattern === 'open')
    return [
      { kind: 'path', d: outline, fill: '#ffffff' },
      { ...edge, dash: [2, 1.5] },
    ]
  const lines = hatchLines(box, 3) + (pattern === 'cross' ? hatchLines(box, 3, true) : '')
  return [
    { kind: 'path', d: outline, fill: tinted(colour, pattern === 'cross' ? 0.6 : 0.82) },
    {
      kind: 'clipped',
      clip: outline,
      shapes: [{ kind: 'path', d: lines, stroke: colour, strokeWidth: 0.7 }],
    },
    edge,
  ]
}

export function fillBox(box: Box, colour: string, pattern: Pattern): Shape[] {
  return fillArea(rectangle(box), box, colour, pattern)
}

/** Lines at 45° through the whole of `box`, `gap` apart; rising to the right, or falling. */
export function hatchLines(box: Box, gap: Points, isFalling = false): string {
  const { x, y, width, height } = box
  const step = gap * Math.SQRT2
  // Counted from the page's origin, so that neighbours' lines run on from one another.
  const [first, last] = isFalling ? [x - y - height, x + width - y] : [x + y, x + width + y + height]
  let d = ''
  for (let offset = Math.ceil(first / step) * step; offset <= last; offset += step) {
    d += isFalling
      ? polyline([
          [y + offset, y],
          [y + height + offset, y + height],
        ])
      : polyline([
          [offset - y, y],
          [offset - y - height, y + height],
        ])
  }
  return d
}
