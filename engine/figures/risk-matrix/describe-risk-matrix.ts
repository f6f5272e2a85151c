import { formatList, type Language, phrase } from '../../locale/index.js'
import { type Cite, type Description, dataTable } from '../description.js'
import { short } from '../reading.js'
import type { RiskMatrixSpec } from './spec.js'

/** Every entry with its row and column. */
export function describeRiskMatrix(spec: RiskMatrixSpec, language: Language, cite?: Cite): Description {
  const cells = spec.rows.flatMap((row, r) =>
    spec.columns.flatMap((column, c) => {
      const labels = spec.entries.filter((entry) => entry.row === r && entry.column === c)
      if (labels.length === 0) return []
      const names = labels.map(({ label }) => short(label))
      return [`${row}, ${column} (${labels.length}): ${formatList(names, language)}.`]
    }),
  )
  const alt = [
    phrase('matrix-shows', language, {
      rows: spec.rowTitle.toLowerCase(),
      columns: spec.columnTitle.toLowerCase(),
      count: spec.entries.length,
    }),
    ...cells,
  ].join(' ')
  const table = dataTable(
    [
      { head: phrase('entry', language) },
      { head: spec.rowTitle },
      ...(spec.kind === 'rated' ? [{ head: spec.columnTitle }] : []),
    ],
    spec.entries.map(({ label, row, column, status, sources }) => ({
      cells: [label, spec.rows[row] ?? '', ...(spec.kind === 'rated' ? [spec.columns[column] ?? ''] : [])],
      provenance: { status, sources },
    })),
    language,
    cite,
  )
  return { alt, table }
}
