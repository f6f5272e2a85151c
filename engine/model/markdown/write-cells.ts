import type { TextPlace } from '../../base/index.js'
import type { DraftInline, DraftRow, DraftTable } from '../../document/index.js'
import type { BlockContext } from './block-context.js'
import { isTooMuch } from './is-too-much.js'
import { parseLines } from './parse-markdown.js'
import { trimInlines } from './read-inlines.js'
import { readLine } from './read-line.js'

/** A table with its cells, which are lines of Markdown, by row and column; a row without any keeps what it has. */
export function writeCells(table: DraftTable, cells: string[][], context: BlockContext): DraftTable {
  const rows = table.rows.map((row, index): DraftRow => {
    const written = cells[index]
    if (!written) return row
    return {
      ...row,
      cells: row.cells.map((cell, column) => ({
        ...cell,
        content: toLines(written[column] ?? '', table.from, context),
      })),
    }
  })
  return { ...table, rows }
}

/** A short text as the content of a cell; its paragraphs are set apart by line breaks. */
function toLines(text: string, from: TextPlace | undefined, context: BlockContext): DraftInline[] {
  const inside = { ...context, locate: from ? () => from : context.locate }
  // Indented text and the line ends around it come from how the template is written.
  const source = text.trim()
  const root = parseLines(source)
  if (isTooMuch(root, inside)) return []
  const paragraphs = root.children.flatMap((node): DraftInline[][] =>
    node.type === 'paragraph' ? [trimInlines(readLine(node.children, { ...inside, source }))] : [],
  )
  return paragraphs.flatMap((content, index) =>
    index === 0 ? content : [{ type: 'lineBreak' as const }, ...content],
  )
}
