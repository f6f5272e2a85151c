import type { Points } from '../../base/index.js'
import { shifted } from '../pages/strips.js'
import { type Part, slotsIn } from '../part.js'
import { nothing, type SetBlock } from '../set-block.js'
import type { Setting } from '../setting.js'
import { linePiece, linesOf, type TextAlignment } from './set-text.js'
import { tagLines } from './tag-lines.js'
import type { TextStyle } from './text-run.js'

export interface Label {
  text: string
  style: TextStyle
  /** What is said for it where that is not what is printed. */
  actualText?: string
  x: Points
  /** Room that it is broken to, and the part of it that it is aligned in. */
  room: Points
  width?: Points
  alignment?: TextAlignment
  /** The style of the line that it shares its baseline with, where that is another. */
  beside?: TextStyle
}

/**
 * A block with a label at the left of its first line: a bullet, a number, the name of a field. It is said before the
 * block and drawn after its first line. A block without lines has none.
 */
export function labelled({ setter }: Setting, label: Label, body: SetBlock): SetBlock {
  const { style, actualText, x, room, width = room, alignment = 'left', beside = style } = label
  const [line] = linesOf(setter, [{ type: 'text', text: label.text }], style, room, '')
  if (body.strips.length === 0 || !line) return nothing
  const { kids, slots } = tagLines([line])
  const mark: Part = { type: 'Lbl', actualText, kids }
  const count = slotsIn(kids)
  const strips = body.strips.map((one, index) => {
    const moved = shifted(one, count)
    if (index > 0) return moved
    // The strip counts slots from the block's, before which the label's stand.
    const own = slots[0]?.map((number) => number - moved.firstSlot)
    return { ...moved, pieces: [...moved.pieces, linePiece(line, beside, x, width, alignment, own)] }
  })
  return { strips, parts: [mark, ...body.parts] }
}
