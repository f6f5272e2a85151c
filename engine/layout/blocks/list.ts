import { edged } from '../pages/strips.js'
import { joined, within } from '../set-block.js'
import { labelled } from '../text/labelled.js'
import type { BlockKind } from './block-kind.js'

export const list: BlockKind<'list'> = {
  set(block, setting) {
    const { sheet, x, width } = setting
    const { ordered, start, items } = block
    const indent = ordered ? sheet.indent + 4 : sheet.indent
    const inside = { ...setting, x: x + indent, width: width - indent, isTopLevel: false }
    return within(
      { type: 'L' },
      joined(
        items.map((item, index) => {
          const label = {
            text: ordered ? `${start + index}.` : '•',
            style: sheet.body,
            x: x + (ordered ? 0 : 1),
            room: indent,
          }
          const body = within({ type: 'LBody' }, setting.setBlocks(item, inside))
          const { strips, parts } = within({ type: 'LI' }, labelled(setting, label, body))
          const before = index === 0 ? sheet.gap : sheet.itemGap
          const after = index === items.length - 1 ? sheet.gap : sheet.itemGap
          return { strips: edged(strips, { before }, { after }), parts }
        }),
      ),
    )
  },
}
