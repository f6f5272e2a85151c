import { plainText } from '../text/plain-text.js'
import { setText } from '../text/set-text.js'
import type { BlockKind } from './block-kind.js'

const types = ['H1', 'H2', 'H3', 'H4'] as const

/** A heading stays with the text that it heads, whatever that is; at the very end of a box there is nothing to keep. */
export const heading: BlockKind<'heading'> = {
  set(block, setting) {
    const { sheet, hasMasthead, isLast, isTopLevel } = setting
    const { level, content, id } = block
    return setText(setting, {
      content,
      part: { type: types[level - (hasMasthead ? 0 : 1)] ?? 'H4' },
      style: sheet.heading[level],
      before: sheet.gap * (level === 1 ? 1.7 : 1.2),
      after: level === 1 ? sheet.underHeading : 0,
      whole: true,
      joinsNext: !isLast || isTopLevel,
      closesUp: true,
      from: block.from,
      bookmark: { level, title: plainText(content), id },
      destinations: [id],
    })
  },
}
