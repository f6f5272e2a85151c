import { type DraftTable, textOf } from '../../engine/document/index.js'

/** What a table says as plain text: its rows as lines, their cells set apart by tabs. */
export function textOfTable({ head, rows }: DraftTable): string {
  return [...head, ...rows.map((row) => row.cells)]
    .map((cells) => cells.map((cell) => textOf(cell.content)).join('\t'))
    .join('\n')
}
