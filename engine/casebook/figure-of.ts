import type { Decimal } from '../base/index.js'
import { digitsOf, type Figure } from '../locale/index.js'
import type { ClaimValue, Share } from './types.js'

type FigureValue = Extract<ClaimValue, { kind: 'number' | 'range' }>

/** A figure as it is printed, to the last digit that was written; a range has two ends. */
export function figureOf(value: FigureValue): Figure | readonly [low: Figure, high: Figure] {
  if (value.kind === 'number') return value.written ?? value.number
  return value.written ?? [value.low, value.high]
}

/** The digits of both its ends, which are the same of a number. */
export function endsOfValue(value: FigureValue): readonly [low: Decimal, high: Decimal] {
  const [low, high = low] = [figureOf(value)].flat().map(digitsOf) as [Decimal, Decimal?]
  return [low, high]
}

export function percentOf({ percent, written }: Share): Figure | undefined {
  return written ?? percent
}
