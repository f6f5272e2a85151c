import type { Points } from '../../base/index.js'
import type { Footnote } from '../../document/index.js'
import { type SetBlock, within } from '../set-block.js'
import type { Setting } from '../setting.js'
import { noteDestination } from '../text/destinations.js'
import { labelled } from '../text/labelled.js'
import { setText } from '../text/set-text.js'

/** Room at the left for the number. */
const indent: Points = 12

/** A footnote as it stands at the foot of a page. What it is to screen readers goes where it is first called. */
export function setNote({ number, content, from }: Footnote, setting: Setting): SetBlock {
  const { sheet, x, width } = setting
  const id = noteDestination(number)
  const text = setText(setting, {
    content,
    part: { type: 'P' },
    style: sheet.source,
    x: x + indent,
    width: width - indent,
    before: 1.5,
    whole: true,
    from,
    destinations: [id],
  })
  const place = { x, room: indent, width: indent - 4, alignment: 'right' as const }
  const label = { text: `${number}`, style: sheet.note, beside: sheet.source, ...place }
  return within({ type: 'Note', id }, labelled(setting, label, text))
}
