import { unreachable } from '../../base/index.js'
import type { DraftBlock, DraftTable, Paragraph } from '../../document/index.js'
import type { Insert } from '../../template/index.js'
import type { BlockContext } from './block-context.js'
import { readBlocks } from './read-blocks.js'
import { writeCells } from './write-cells.js'

/** The block that a helper put into the text, with the text that it holds. */
export function placeInsert(insert: Insert, context: BlockContext): DraftBlock[] {
  switch (insert.type) {
    case 'block':
      return [insert.block]
    case 'heading':
      return [
        {
          type: 'heading',
          level: insert.level,
          id: insert.id,
          content: insert.content,
          from: insert.from,
        },
      ]
    case 'landscape':
      return [{ type: 'landscape', blocks: readBlocks(insert.body, context), from: insert.from }]
    case 'appendix': {
      const { id, title, body, from } = insert
      return [{ type: 'appendix', id, title, blocks: readBlocks(body, context), from }]
    }
    case 'writtenTable':
      return [writeCells(insert.table, insert.cells, context)]
    case 'callout': {
      const { kind, title, body, from } = insert
      return [{ type: 'callout', kind, title, blocks: readBlocks(body, context), from }]
    }
    case 'columns':
      return [
        { type: 'columns', count: insert.count, blocks: readBlocks(insert.body, context), from: insert.from },
      ]
    case 'keepTogether':
      return [{ type: 'keepTogether', blocks: readBlocks(insert.body, context), from: insert.from }]
    case 'styled':
      return withStyle(readBlocks(insert.body, context), insert.style)
    case 'captioned':
      return withCaption(readBlocks(insert.body, context), insert, context)
    case 'passage': {
      // Its footnotes are its own: two sections may both have a `[^1]`.
      const { footnotes: _, ...outside } = context
      return readBlocks(insert.body, { ...outside, origin: insert.origin })
    }
    default:
      return unreachable(insert)
  }
}

export function withStyle(blocks: DraftBlock[], style: NonNullable<Paragraph['style']>): DraftBlock[] {
  return blocks.map((block) => (block.type === 'paragraph' ? { ...block, style } : block))
}

function withCaption(
  blocks: DraftBlock[],
  styling: Extract<Insert, { type: 'captioned' }>,
  context: BlockContext,
): DraftBlock[] {
  let isDone = false
  if (!blocks.some(({ type }) => type === 'table'))
    context.diagnostics.push({
      severity: 'error',
      code: 'model/no-table',
      message: 'found no table in `#captioned`, so its caption has nothing to stand with',
      hints: ['put a Markdown table into it, with a line like `|---|---|` under its head'],
      at: styling.from,
    })
  return blocks.map((block) => {
    if (block.type !== 'table' || isDone) return block
    isDone = true
    const table: DraftTable = {
      ...block,
      columns: block.columns.map((column, index) => {
        const width = styling.widths?.[index]
        return { alignment: styling.align?.[index] ?? column.alignment, width }
      }),
    }
    if (styling.id) table.id = styling.id
    if (styling.caption) table.caption = styling.caption
    if (styling.note) table.note = styling.note
    return table
  })
}
