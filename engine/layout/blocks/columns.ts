import type { BlockKind } from './block-kind.js'

/** Within another block there is one column. */
export const columns: BlockKind<'columns'> = {
  set: ({ blocks }, setting) => setting.setBlocks(blocks, setting),
  flow: ({ count, blocks }) => ({ type: 'columns', count, blocks }),
}
