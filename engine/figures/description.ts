import type { Alignment, DraftCell, DraftInline, DraftRow, DraftTable } from '../document/index.js'
import { type Language, phrase, statusLabels } from '../locale/index.js'
import type { Status } from '../vocabulary/index.js'
import type { Provenance } from './reading.js'

/** What a figure says to screen readers. */
export interface Description {
  /** Some sentences: what is shown, how much of it, and what stands out. */
  alt: string
  /** Every datum of the figure. */
  table: DraftTable
}

/** The mark that cites sources by id. Numbers are given by the document, so it has to be asked. */
export type Cite = (sources: string[]) => DraftInline

export interface Column {
  head: string
  alignment?: Alignment
  width?: number
}

/** One row of cells; the first is its head. */
export type Cells = (string | DraftInline[])[]

/** The last column holds status and sources, filled from `provenance`. */
export function dataTable(
  columns: Column[],
  rows: { cells: Cells; provenance?: Provenance; role?: DraftRow['role'] }[],
  language: Language,
  cite: Cite | undefined,
): DraftTable {
  const hasProvenance = rows.some((row) => row.provenance)
  const all = hasProvenance
    ? [...columns, { head: `${phrase('status', language)}, ${phrase('sources', language).toLowerCase()}` }]
    : columns
  return {
    type: 'table',
    columns: all.map(({ alignment, width }: Column) => ({
      alignment: alignment ?? 'left',
      width,
    })),
    head: [all.map(({ head }) => ({ content: [{ type: 'text', text: head }] }))],
    rows: rows.map(({ cells, provenance, role }) => ({
      role,
      cells: [
        ...cells.map(
          (cell, index): DraftCell => ({
            content: typeof cell === 'string' ? [{ type: 'text', text: cell }] : cell,
            isRowHead: index === 0 || undefined,
          }),
        ),
        ...(hasProvenance ? [{ content: provenance ? marks(provenance, language, cite) : [] }] : []),
      ],
    })),
  }
}

/** `confirmed` with its mark and the citation. */
export function marks(
  { status, sources }: Provenance,
  language: Language,
  cite: Cite | undefined,
): DraftInline[] {
  return [
    { type: 'text', text: statusLabels[status][language] },
    ...statusMark(status, language),
    ...(cite && sources.length > 0 ? [cite(sources)] : []),
  ]
}

/** The mark of a status; what is confirmed has none. */
export function statusMark(status: Status, language: Language): DraftInline[] {
  return status === 'confirmed' ? [] : [{ type: 'status', status, label: statusLabels[status][language] }]
}
