import { type Strip, shifted } from './pages/strips.js'
import { type Part, slotsIn } from './part.js'

/**
 * A block as it is set: the strips that pages are made of, and what they are to screen readers.
 *
 * Whole by itself: the pieces of its strips fill the slots of its own parts, counted from 0. Nobody writes on it, so it may
 * stand in a document more than once; what it becomes a part of is made of new strips.
 */
export interface SetBlock {
  strips: readonly Strip[]
  /** None for a rule, two for a table with a note. */
  parts: readonly Part[]
}

export const nothing: SetBlock = { strips: [], parts: [] }

/** Several as one, in reading order. */
export function joined(blocks: readonly SetBlock[]): SetBlock {
  const strips: Strip[] = []
  const parts: Part[] = []
  let firstSlot = 0
  for (const block of blocks) {
    for (const one of block.strips) strips.push(shifted(one, firstSlot))
    parts.push(...block.parts)
    firstSlot += slotsIn(block.parts)
  }
  return { strips, parts }
}

/** As a part of another one, which draws nothing itself. */
export function within(part: Omit<Part, 'kids'>, { strips, parts }: SetBlock): SetBlock {
  return { strips, parts: [{ ...part, kids: parts }] }
}
