import type { Appendix, Block, Inline } from '../../document/index.js'
import type { BlockKind } from './block-kind.js'

export const appendix: BlockKind<'appendix'> = {
  set: (block, setting) => setting.setBlocks(headed(block), setting),
  flow: (block) => ({ type: 'newPage', blocks: headed(block) }),
}

/** "Annex B. Title", as a heading of the first level, and what it heads. */
function headed({ id, label, title, from, blocks }: Appendix): Block[] {
  const mark: Inline = { type: 'text', text: `${label}. ` }
  return [{ type: 'heading', level: 1, id, content: [mark, ...title], from }, ...blocks]
}
