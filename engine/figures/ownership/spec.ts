import type { Bound } from '../../vocabulary/index.js'
import type { Provenance } from '../reading.js'

/** Who holds which part of what. */
export interface OwnershipSpec {
  type: 'ownership'
  holdings: Holding[]
}

export interface Holding extends Provenance {
  label: string
  parts: Part[]
  /** Percent that the parts leave over; 0 where they make up the whole. */
  rest: number
}

export interface Part {
  name: string
  /** Left out where it is not published. */
  percent?: number
  bound?: Bound
  /** "62%", "not published". */
  printed: string
  note: string
}
