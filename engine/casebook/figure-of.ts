import type { Figure } from '../locale/index.js'
import type { ClaimValue, Share } from './types.js'

/** A figure as it is printed, to the last digit that was written; a range has two ends. */
export function figureOf(
  value: Extract<ClaimValue, { kind: 'number' | 'range' }>,
): Figure | readonly [low: Figure, high: Figure] {
  if (value.kind === 'number') return value.written ?? value.number
  return value.written ?? [value.low, value.high]
}

export function percentOf({ percent, written }: Share): Figure | undefined {
  return written ?? percent
}
