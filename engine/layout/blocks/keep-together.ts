import { together } from '../pages/strips.js'
import type { BlockKind } from './block-kind.js'

export const keepTogether: BlockKind<'keepTogether'> = {
  set({ blocks }, setting) {
    const { strips, parts } = setting.setBlocks(blocks, setting)
    return { strips: together(strips), parts }
  },
}
