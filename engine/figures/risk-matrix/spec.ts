import type { Provenance } from '../reading.js'

/** Records sorted into rows and columns. */
export interface RiskMatrixSpec {
  type: 'riskMatrix'
  /** `rated`: likelihood by impact, the gravest at the top right. `counted`: any two fields. */
  kind: 'rated' | 'counted'
  /** What rows and columns say. */
  rowTitle: string
  columnTitle: string
  /** From top to bottom, from left to right. */
  rows: string[]
  columns: string[]
  entries: MatrixEntry[]
}

export interface MatrixEntry extends Provenance {
  label: string
  row: number
  column: number
}
