import { unreachable } from '../../base/index.js'
import type { Shape } from '../../figures/index.js'
import type { SetLine } from '../text/break-lines.js'
import type { TextSetter } from '../text/text-setter.js'
import type { Piece } from './strips.js'

/** The letters of what is printed that no font has, in reading order. */
export function missingLetters(pieces: Piece[], setter: TextSetter): string[] {
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
  for (const piece of pieces) {
    if (piece.kind === 'line') lookThrough(piece.line)
    else if (piece.kind === 'scene') piece.scene.shapes.forEach(lookAt)
  }
  return [...missing]
}
