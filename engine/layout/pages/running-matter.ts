import { type Points, points } from '../../base/index.js'
import type { DocumentModel, Inline } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import type { StructureElement } from '../structure.js'
import type { TextStyle } from '../text/runs.js'
import { linePiece, linesOf, type TextAlignment } from '../text/set-text.js'
import type { TextSetter } from '../text/text-setter.js'
import type { Piece } from './strips.js'

/**
 * The notice of a page: which copy it is, and that it is a draft, at the right under the marking.
 * With `element`, it is read aloud as well; otherwise it is for the eye alone.
 */
export function noticePieces(
  setter: TextSetter,
  theme: Theme,
  model: DocumentModel,
  page: { width: Points; sides: Points },
  element?: StructureElement,
): Piece[] {
  if (!model.notice) return []
  const width = page.width - 2 * page.sides
  const style: TextStyle = { family: 'heads', size: 7.5, leading: 9, colour: theme.colours.ink, bold: true }
  const content: Inline[] = [{ type: 'text', text: model.notice }]
  const lineAt = (size: Points) =>
    linesOf(setter, content, { ...style, size }, Number.MAX_SAFE_INTEGER, style.colour)[0]
  const whole = lineAt(style.size)
  const line = whole && whole.width > width ? lineAt((style.size * width) / whole.width) : whole
  if (!line) return []
  const piece = linePiece(line, style, page.sides, width, 'right', element)
  const above = model.marking ? 9.5 + (model.marking.caveat ? 9.5 : 0) : 0
  return piece.kind === 'line' ? [{ ...piece, baseline: points(9) + above }] : []
}

/** What stands on every page outside its text: marking and caveat at top and bottom, the foot. */
export function runningMatter(
  setter: TextSetter,
  theme: Theme,
  model: DocumentModel,
  page: { width: Points; height: Points; sides: Points; foot: Points },
  pageLabel: string,
): Piece[] {
  const { colours } = theme
  const width = page.width - 2 * page.sides
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
    const piece = linePiece(line, style, page.sides, width, alignment)
    if (piece.kind === 'line') pieces.push({ ...piece, baseline })
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
  const ruleY = page.height - page.foot + points(1.5)
  pieces.push({ kind: 'rule', x: page.sides, y: ruleY, width, thickness: 0.25, colour: colours.rule })
  place(model.footer, foot, ruleY + 10.5, 'left', width - 90)
  place(pageLabel, foot, ruleY + 10.5, 'right')
  return pieces
}
