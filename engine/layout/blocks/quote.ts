import { within } from '../set-block.js'
import type { BlockKind } from './block-kind.js'

export const quote: BlockKind<'quote'> = {
  set({ blocks }, setting) {
    const { sheet, x, width } = setting
    const inside = { ...setting, x: x + sheet.indent, width: width - 2 * sheet.indent, isTopLevel: false }
    return within({ type: 'BlockQuote' }, setting.setBlocks(blocks, inside))
  },
}
