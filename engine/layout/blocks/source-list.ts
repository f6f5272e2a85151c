import { joined, within } from '../set-block.js'
import { sourceDestination } from '../text/destinations.js'
import { labelled } from '../text/labelled.js'
import { setText } from '../text/set-text.js'
import type { BlockKind } from './block-kind.js'

/** The sources by number, in columns of their own. */
export const sourceList: BlockKind<'sourceList'> = {
  set(block, setting) {
    const { sheet, x, width } = setting
    const style = sheet.source
    const indent = block.entries.some((entry) => entry.number > 99) ? 19 : 15
    return within(
      { type: 'L' },
      joined(
        block.entries.map(({ number, content }) => {
          const body = setText(setting, {
            content,
            part: { type: 'LBody' },
            style,
            x: x + indent,
            width: width - indent,
            before: 1.2,
            after: 1.2,
            whole: true,
            from: block.from,
            destinations: [sourceDestination(number)],
          })
          const place = { x, room: indent, width: indent - 4, alignment: 'right' as const }
          return within({ type: 'LI' }, labelled(setting, { text: `${number}.`, style, ...place }, body))
        }),
      ),
    )
  },
  flow: (block, isLandscape) => ({
    type: 'columns',
    count: block.columns ?? (isLandscape ? 3 : 2),
    blocks: [block],
  }),
}
