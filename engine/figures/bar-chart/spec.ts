import type { Unit } from '../../vocabulary/index.js'
import type { Amount, Provenance } from '../reading.js'

/** Figures of one kind as horizontal bars, all from the same zero. */
export interface BarChartSpec {
  type: 'barChart'
  unit?: Unit
  bars: Bar[]
}

export interface Bar extends Provenance {
  label: string
  /** Left out where the figure is not known: the row then says so. */
  amount?: Amount
  /** Readings of other sources, where they differ. */
  others: { amount: Amount; sources: string[] }[]
  /** The figure as it is printed, with all its readings. */
  printed: string
  /** What it measures: "of world mine production". */
  measure: string
}
