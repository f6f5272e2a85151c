import { type Points, points } from '../../base/index.js'
import type { DocumentModel, Inline } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { linePiece, linesOf, type TextAlignment } from '../text/set-text.js'
import type { TextStyle } from '../text/text-run.js'
import type { TextSetter } from '../text/text-setter.js'
import type { Size } from './sheet.js'
import type { Piece } from './strips.js'

/** What stands on every page outside its text: marking and caveat at top and bottom, the foot. */
export function runningMatter(
  setter: TextSetter,
  theme: Theme,
  model: DocumentModel,
  page: Size,
  pageLabel: string,
): Piece[] {
  const { colours } = theme
  const margins = theme.margins[model.page.size]
  const sides = points(margins.sides)
  const width = page.width - 2 * sides
  const pieces: Piece[] = []
  const place = (
    text: string,
    style: TextStyle,
    baseline: Points,
    alignment: TextAlignment,
    room = width,
  ): void => {
    const content: Inline[] = [{ type: 'text', text }]
    const [line] = linesOf(setter, content, style, room, colours.accent)
    if (!line) return
    pieces.push({ ...linePiece(line, style, sides, width, alignment), baseline })
  }
  if (model.marking) {
    const colour = theme.markings[model.marking.text] ?? theme.markings.default ?? colours.ink
    const marking: TextStyle = { family: 'heads', size: 9, leading: 11, colour, bold: true, tracking: 0.4 }
    const caveat: TextStyle = { family: 'heads', size: 7.5, leading: 9, colour }
    const text = model.marking.text.toUpperCase()
    const top = points(9)
    const bottom = page.height - points(model.marking.caveat ? 7 : 6)
    place(text, marking, top, 'centre')
    place(text, marking, bottom, 'centre')
    if (model.marking.caveat) {
      place(model.marking.caveat, caveat, top + 9.5, 'centre')
      place(model.marking.caveat, caveat, bottom + 9.5, 'centre')
    }
  }
  const foot: TextStyle = { family: 'heads', size: 7.5, leading: 10, colour: colours.muted }
  // High enough for the foot to clear a marking below it on the smallest margin.
  const ruleY = page.height - points(margins.foot) + points(1.5)
  pieces.push({ kind: 'rule', x: sides, y: ruleY, width, thickness: 0.25, colour: colours.rule })
  place(model.footer, foot, ruleY + 10.5, 'left', width - 90)
  place(pageLabel, foot, ruleY + 10.5, 'right')
  return pieces
}
