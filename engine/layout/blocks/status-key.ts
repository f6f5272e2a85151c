import type { Inline } from '../../document/index.js'
import { nothing } from '../set-block.js'
import { setText } from '../text/set-text.js'
import { statusGlyphs } from '../text/status-glyphs.js'
import type { BlockKind } from './block-kind.js'

/** The marks of the statuses that a document uses, each with its word, on one line as a rule. */
export const statusKey: BlockKind<'statusKey'> = {
  set(block, setting) {
    const { gap, note } = setting.sheet
    const content = block.entries
      .filter((entry) => statusGlyphs[entry.status])
      .map(({ status, label }, index): Inline => {
        const space = index === 0 ? '' : '\u2003'
        return {
          type: 'text',
          text: `${space}${statusGlyphs[status]}\u00a0${label.replaceAll(' ', '\u00a0')}`,
        }
      })
    if (content.length === 0) return nothing
    return setText(setting, {
      content,
      part: { type: 'P' },
      style: note,
      before: gap,
      after: gap,
      whole: true,
    })
  },
}
