import type { Block, DocumentModel } from '../../engine/document/index.js'
import { textOf, visitBlocks } from '../../engine/document/index.js'

/** What a reader has to find: `H2 Background`, in the order of the model. */
export function expectedHeadings({ blocks }: Pick<DocumentModel, 'blocks'>): string[] {
  const hasMasthead = blocks.some(({ type }) => type === 'masthead')
  const first = hasMasthead ? 2 : 1
  const headings: string[] = []
  visitBlocks(blocks, (block: Block) => {
    if (block.type === 'masthead') headings.push(`H1 ${textOf(block.title)}`)
    if (block.type === 'heading') headings.push(`H${block.level - 1 + first} ${textOf(block.content)}`)
    if (block.type === 'appendix') headings.push(`H${first} ${block.label}. ${textOf(block.title)}`)
  })
  return headings
}
