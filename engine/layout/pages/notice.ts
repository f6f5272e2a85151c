import { type Points, points } from '../../base/index.js'
import type { DocumentModel, Inline } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { type Part, slot } from '../part.js'
import { type LinePiece, linePiece, linesOf } from '../text/set-text.js'
import type { TextStyle } from '../text/text-run.js'
import type { TextSetter } from '../text/text-setter.js'
import type { Size } from './sheet.js'

/** What a notice is to screen readers: said once, before all else, so that a draft is known for one at once. */
export const noticePart: Part = { type: 'P', kids: [slot] }

/** The notice of a page: which copy it is, and that it is a draft, at the right under the marking. */
export function noticePieces(
  setter: TextSetter,
  theme: Theme,
  model: DocumentModel,
  page: Size,
): LinePiece[] {
  if (!model.notice) return []
  const sides = points(theme.margins[model.page.size].sides)
  const width = page.width - 2 * sides
  const style: TextStyle = { family: 'heads', size: 7.5, leading: 9, colour: theme.colours.ink, bold: true }
  const content: Inline[] = [{ type: 'text', text: model.notice }]
  const lineAt = (size: Points) =>
    linesOf(setter, content, { ...style, size }, Number.MAX_SAFE_INTEGER, style.colour)[0]
  const whole = lineAt(style.size)
  const line = whole && whole.width > width ? lineAt((style.size * width) / whole.width) : whole
  if (!line) return []
  const above = model.marking ? 9.5 + (model.marking.caveat ? 9.5 : 0) : 0
  return [{ ...linePiece(line, style, sides, width, 'right'), baseline: points(9) + above }]
}
