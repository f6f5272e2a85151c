import { type Diagnostic, unreachable } from '../../base/index.js'
import type { Shape } from '../../figures/index.js'
import type { Theme } from '../../theme/index.js'
import type { SetLine } from '../text/break-lines.js'
import type { TextSetter } from '../text/text-setter.js'
import type { Page } from './page.js'
import type { Piece } from './strips.js'

/** The letters of what is printed that none of the theme's fonts has, in reading order. */
export function findMissingLetters(pages: readonly Page[], setter: TextSetter, theme: Theme): Diagnostic[] {
  const missing = new Set<string>()
  const lookThrough = ({ spans }: SetLine): void => {
    // The space that a line ends on is no letter of the text.
    for (const span of spans)
      if (span.run.hasNoGlyph) for (const letter of span.text) if (letter !== ' ') missing.add(letter)
  }
  const lookAt = (shape: Shape): void => {
    switch (shape.kind) {
      case 'text':
        lookThrough(setter.label(shape.text, shape))
        return
      case 'clipped':
        shape.shapes.forEach(lookAt)
        return
      case 'path':
      case 'circle':
        return
      default:
        unreachable(shape)
    }
  }
  const lookFor = (piece: Piece): void => {
    switch (piece.kind) {
      case 'line':
        lookThrough(piece.line)
        return
      case 'scene':
        piece.scene.shapes.forEach(lookAt)
        return
      case 'pageNumber':
      case 'image':
      case 'rule':
      case 'fill':
        return
      default:
        unreachable(piece)
    }
  }
  for (const page of pages) {
    if (page.watermark) lookThrough(page.watermark.line)
    page.notice.forEach(lookFor)
    for (const { strip } of page.strips) strip.pieces.forEach(lookFor)
    page.running.forEach(lookFor)
  }
  return missing.size === 0 ? [] : [missingGlyphs([...missing], theme)]
}

function missingGlyphs(letters: string[], theme: Theme): Diagnostic {
  const named = letters.map(
    (letter) =>
      `${letter} (U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')})`,
  )
  return {
    severity: 'error',
    code: 'pdf/missing-glyph',
    message: `none of the fonts ${[...new Set(Object.values(theme.fonts))].join(', ')} has ${named.join(', ')}`,
    hints: ['write it another way', 'choose a theme whose fonts have it'],
  }
}
