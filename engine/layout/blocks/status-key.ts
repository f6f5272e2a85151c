import type { Points } from '../../base/index.js'
import type { Inline, StatusKey } from '../../document/index.js'
import type { Strip } from '../pages/strips.js'
import type { Setting } from '../setting.js'
import { addElement } from '../structure.js'
import { statusGlyphs } from '../text/runs.js'
import { setText } from '../text/set-text.js'

/** The marks of the statuses that a document uses, each with its word, on one line as a rule. */
export function setStatusKey(setting: Setting, key: StatusKey, x: Points, width: Points): Strip[] {
  const { sheet, setter } = setting
  const content: Inline[] = key.entries
    .filter((entry) => statusGlyphs[entry.status])
    .flatMap((entry, index): Inline[] => [
      {
        type: 'text',
        text: `${index === 0 ? '' : '\u2003'}${statusGlyphs[entry.status]}\u00a0${entry.label.replaceAll(' ', '\u00a0')}`,
      },
    ])
  if (content.length === 0) return []
  const strips = setText(setter, {
    content,
    element: addElement(setting.parent, 'P'),
    style: sheet.note,
    x,
    width,
    linkColour: sheet.colours.accent,
    whole: true,
  })
  const [first] = strips
  const last = strips.at(-1)
  if (first) first.before = sheet.gap
  if (last) last.after = sheet.gap
  return strips
}
