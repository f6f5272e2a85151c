import type { Block } from '../../document/index.js'
import { edged } from '../pages/strips.js'
import { joined, type SetBlock } from '../set-block.js'
import type { Setting } from '../setting.js'
import type { Flow } from './block-kind.js'
import { blockKinds } from './kinds.js'

/** Sets one block. What stands around it is told by the setting, so that nothing is changed once it is set. */
export function setBlock(block: Block, setting: Setting): SetBlock {
  const set = kindOf(block).set(block, setting)
  // One line is too little under a heading: the next one comes along.
  const keepsMore = set.strips.length > 1 || !setting.isLast
  if (!setting.isHeaded || !keepsMore) return set
  return { ...set, strips: edged(set.strips, { joinsNext: true }) }
}

/** Sets blocks one under the other. */
export function setBlocks(blocks: readonly Block[], setting: Setting): SetBlock {
  return joined(
    blocks.map((block, index) => {
      const isHeaded = blocks[index - 1]?.type === 'heading'
      return setBlock(block, { ...setting, isHeaded, isLast: index === blocks.length - 1 })
    }),
  )
}

/** What a block is to the pages where it stands in no other; see `BlockKind.flow`. */
export function flowOf(block: Block, isLandscape: boolean): Flow | undefined {
  return kindOf(block).flow?.(block, isLandscape)
}

/** A kind, whichever it is, for the blocks that it is of. */
interface AnyKind {
  set(block: Block, setting: Setting): SetBlock
  flow?(block: Block, isLandscape: boolean): Flow | undefined
}

function kindOf(block: Block): AnyKind {
  return blockKinds[block.type]
}
