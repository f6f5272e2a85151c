import type { Block, Inline } from './nodes.js'

/** Every block in reading order, those that hold others before what they hold. */
export function visitBlocks(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block)
    if ('blocks' in block) visitBlocks(block.blocks, visit)
    if (block.type === 'list') for (const item of block.items) visitBlocks(item, visit)
  }
}

/** A block's own text in reading order. */
export function inlinesIn(block: Block): Inline[] {
  switch (block.type) {
    case 'masthead':
      return [...block.title, ...(block.subtitle ?? []), ...block.particulars.flat()]
    case 'heading':
    case 'paragraph':
      return block.content
    case 'callout':
      return block.title ?? []
    case 'image':
      return [...(block.caption ?? []), ...(block.note ?? [])]
    case 'figure':
      return [...(block.caption ?? []), ...inlinesIn(block.table), ...(block.note ?? [])]
    case 'appendix':
      return block.title
    case 'table':
      return [
        ...(block.caption ?? []),
        ...block.head.flatMap((row) => row.flatMap((cell) => cell.content)),
        ...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content)),
        ...(block.note ?? []),
      ]
    case 'fields':
      return block.entries.flatMap((entry) => entry.content)
    default:
      return []
  }
}
