import type { BlockKind } from './block-kind.js'

/** Within another block a page cannot be turned. */
export const landscape: BlockKind<'landscape'> = {
  set: ({ blocks }, setting) => setting.setBlocks(blocks, setting),
  flow: ({ blocks }) => ({ type: 'across', blocks }),
}
