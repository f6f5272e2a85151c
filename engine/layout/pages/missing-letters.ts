import { type Diagnostic, type Place, placeKey, type TextPlace, unreachable } from '../../base/index.js'
import type { Shape } from '../../figures/index.js'
import type { Theme } from '../../theme/index.js'
import type { SetLine } from '../text/break-lines.js'
import type { TextSetter } from '../text/text-setter.js'
import type { Page } from './page.js'
import type { Piece } from './strips.js'

/** Where a letter is written that was printed from `near`; for what runs on every page that is nowhere. */
export type PlaceOfLetter = (letter: string, near: TextPlace | undefined) => Place | undefined

/**
 * What is printed that none of the theme's fonts has, in reading order: a fault for each block with such letters, at the
 * first of them.
 */
export function findMissingLetters(
  pages: readonly Page[],
  setter: TextSetter,
  theme: Theme,
  placeOf: PlaceOfLetter,
): Diagnostic[] {
  const missing = new Map<string, { near: TextPlace | undefined; letters: Set<string> }>()
  let near: TextPlace | undefined
  const note = (letter: string): void => {
    const key = near ? placeKey(near) : ''
    const known = missing.get(key)
    if (known) known.letters.add(letter)
    else missing.set(key, { near, letters: new Set([letter]) })
  }
  const lookThrough = ({ spans }: SetLine): void => {
    // The space that a line ends on is no letter of the text.
    for (const span of spans)
      if (span.run.hasNoGlyph) for (const letter of span.text) if (letter !== ' ') note(letter)
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
    near = undefined
    if (page.watermark) lookThrough(page.watermark.line)
    page.notice.forEach(lookFor)
    for (const { strip } of page.strips) {
      near = strip.from
      strip.pieces.forEach(lookFor)
    }
    near = undefined
    page.running.forEach(lookFor)
  }
  return [...missing.values()].map((block) => missingGlyphs(block.letters, block.near, theme, placeOf))
}

/** Of a text in another script, the first say enough. */
const mostNamed = 12

function missingGlyphs(
  of: ReadonlySet<string>,
  near: TextPlace | undefined,
  theme: Theme,
  placeOf: PlaceOfLetter,
): Diagnostic {
  const letters = [...of]
  const named = letters
    .slice(0, mostNamed)
    .map(
      (letter) =>
        `${letter} (U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')})`,
    )
  if (letters.length > mostNamed) named.push(`${letters.length - mostNamed} more`)
  return {
    severity: 'error',
    code: 'pdf/missing-glyph',
    message: `none of the fonts ${[...new Set(Object.values(theme.fonts))].join(', ')} has ${named.join(', ')}`,
    hints: ['write it another way', 'choose a theme whose fonts have it'],
    at: placeOf(letters[0] as string, near),
  }
}
