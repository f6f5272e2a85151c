import { type Box, boxed, edged, together } from '../pages/strips.js'
import { joined, nothing, within } from '../set-block.js'
import { setText } from '../text/set-text.js'
import type { BlockKind } from './block-kind.js'

/** Left and right of the text, besides the bar. */
const padding = 8
/** Of more strips than this, a box may run on into the next column. */
const mostTogether = 14

/** A tinted box with a bar at its left. A short one stays whole; a long one runs on into the next column. */
export const callout: BlockKind<'callout'> = {
  set(block, setting) {
    const { sheet, x, width } = setting
    const { accent, tint, caution, cautionTint } = sheet.colours
    const isCaution = block.kind === 'caution'
    const box: Box = {
      x,
      width,
      padding: 6,
      fill: isCaution ? cautionTint : tint,
      bar: { width: 2, colour: isCaution ? caution : accent },
    }
    const inside = {
      ...setting,
      x: x + padding + 2,
      width: width - 2 * padding - 2,
      inColumns: false,
      isTopLevel: false,
    }
    const title = block.title
      ? setText(inside, {
          content: block.title,
          part: { type: 'P' },
          style: { ...sheet.calloutTitle, colour: isCaution ? caution : accent },
          whole: true,
          joinsNext: true,
          closesUp: true,
          after: 1,
        })
      : nothing
    const { strips, parts } = within(
      { type: 'Div' },
      joined([title, setting.setBlocks(block.blocks, inside)]),
    )
    const whole = strips.length <= mostTogether ? together(strips) : strips
    const spaced = edged(whole, { before: sheet.gap * 1.2 }, { after: sheet.gap * 1.4 })
    return { strips: boxed(spaced, box), parts }
  },
}
