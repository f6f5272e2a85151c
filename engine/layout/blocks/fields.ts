import { joined, within } from '../set-block.js'
import { labelled } from '../text/labelled.js'
import { setText } from '../text/set-text.js'
import type { BlockKind } from './block-kind.js'

const labelWidth = 74

/** The particulars of a memo, each with its name in capitals at the left. */
export const fields: BlockKind<'fields'> = {
  set(block, setting) {
    const { sheet, x, width } = setting
    return within(
      { type: 'L' },
      joined(
        block.entries.map(({ label, content }) => {
          const body = setText(setting, {
            content,
            part: { type: 'LBody' },
            style: sheet.body,
            x: x + labelWidth,
            width: width - labelWidth,
            before: 1,
            after: 1,
            whole: true,
            from: block.from,
          })
          const mark = {
            text: label.toUpperCase(),
            style: sheet.label,
            actualText: label,
            x,
            room: labelWidth,
          }
          return within({ type: 'LI' }, labelled(setting, mark, body))
        }),
      ),
    )
  },
}
