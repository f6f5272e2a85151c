import type { Figure, Inline } from '../../document/index.js'
import { edged, together } from '../pages/strips.js'
import { joined, nothing, type SetBlock, within } from '../set-block.js'
import type { Setting } from '../setting.js'
import { setText } from '../text/set-text.js'

/**
 * "Figure 3." and the caption above, the note beneath, all on one page.
 *
 * They stand around the figure in the structure and not within: a reader that says a figure's words says nothing of
 * what the figure holds.
 */
export function captioned(
  setting: Setting,
  picture: Pick<Figure, 'id' | 'number' | 'caption' | 'note' | 'from'>,
  shown: SetBlock,
): SetBlock {
  const { sheet, words } = setting
  const number: Inline[] = picture.number
    ? [{ type: 'text', text: `${words.figure} ${picture.number}. `, bold: true }]
    : []
  const caption = picture.caption
    ? setText(setting, {
        content: [...number, ...picture.caption],
        part: { type: 'Caption' },
        style: sheet.caption,
        whole: true,
        after: 4,
      })
    : nothing
  const note = picture.note
    ? setText(setting, {
        content: picture.note,
        part: { type: 'P' },
        style: sheet.note,
        whole: true,
        before: 3,
      })
    : nothing
  const { strips, parts } = within({ type: 'Div' }, joined([caption, shown, note]))
  const { id, from } = picture
  return {
    strips: edged(
      together(strips),
      { before: sheet.gap * 1.2, destinations: [id], from },
      { after: sheet.gap * 1.4 },
    ),
    parts,
  }
}
