import type { Unit } from '../../vocabulary/index.js'
import type { Amount, Provenance } from '../reading.js'

/** What goes from where to where. No link leads back to where it came from. */
export interface SankeySpec {
  type: 'sankey'
  unit?: Unit
  nodes: { label: string }[]
  links: SankeyLink[]
}

export interface SankeyLink extends Provenance {
  /** What flows: the record's name. */
  label: string
  /** Indices in `nodes`. */
  from: number
  to: number
  /** Left out where it is not known: the band then has a fixed width and says so. */
  amount?: Amount
  /** The amount as the casebook has it, in its own unit; or that it is not disclosed. */
  printed: string
  /** Links of one record have the same series. */
  series: number
}
