import type { Points } from '../../base/index.js'
import type { Inline } from '../../document/index.js'
import { type Piece, strip } from '../pages/strips.js'
import { slot, slotsIn } from '../part.js'
import { type SetBlock, within } from '../set-block.js'
import type { Setting } from '../setting.js'
import { baselineIn, setText } from '../text/set-text.js'

/** Room at the right for the number of a page. */
const numberWidth: Points = 22

/** A line of the contents or of a list of figures: what leads to `target`, and the number of its page at the right. */
export function setEntry(
  setting: Setting,
  entry: { content: Inline[]; target: string; indent?: Points; isMain?: boolean },
): SetBlock {
  const { sheet, x, width } = setting
  const { content, target, indent = 0, isMain = false } = entry
  const style = { ...sheet.tableCell, bold: isMain, leading: sheet.tableCell.leading + 1.5 }
  const { strips, parts } = setText(setting, {
    content: [{ type: 'reference', id: target, content }],
    part: { type: 'Reference' },
    style,
    x: x + indent,
    width: width - indent - numberWidth,
    before: isMain ? 3 : 0,
    whole: true,
  })
  const end = strips.length - 1
  const number: Piece = {
    kind: 'pageNumber',
    slot: slotsIn(parts),
    target,
    style,
    x: x + width,
    baseline: baselineIn(style),
    width: numberWidth,
  }
  return within(
    { type: 'TOCI' },
    {
      strips: strips.map((one, index) =>
        index === end ? strip({ ...one, pieces: [...one.pieces, number] }) : one,
      ),
      parts: parts.map((one) => ({ ...one, kids: [...one.kids, slot] })),
    },
  )
}
