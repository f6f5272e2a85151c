import { type Diagnostic, type Place, placeKey, type TextPlace, unreachable } from '../../base/index.js'
import type { Shape } from '../../figures/index.js'
import type { Theme } from '../../theme/index.js'
import type { SetLine, Span } from '../text/break-lines.js'
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
  const missing = new Map<string, MissingLetters>()
  let near: TextPlace | undefined
  const note = (letter: string, from: TextPlace | undefined, words: string): void => {
    const key = from ? placeKey(from) : ''
    const known = missing.get(key)
    if (known) known.letters.add(letter)
    else missing.set(key, { near: from, letters: new Set([letter]), words })
  }
  const lookThrough = ({ spans }: SetLine): void => {
    spans.forEach(({ run, text }, index) => {
      if (!run.hasNoGlyph) return
      const words = wordsAround(spans, index)
      // The space that a line ends on is no letter of the text.
      for (const letter of text) if (letter !== ' ') note(letter, run.from ?? near, words)
    })
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
  return [...missing.values()].map((one) => missingGlyphs(one, theme, placeOf))
}

/** What one text has of them, and the words that the first stands in. */
interface MissingLetters {
  near: TextPlace | undefined
  letters: Set<string>
  words: string
}

/** How much of a line is said on either side of a letter. */
const around = 24

function wordsAround(spans: readonly Span[], index: number): string {
  const said = (some: readonly Span[]): string => some.map(({ text }) => text).join('')
  const before = said(spans.slice(0, index))
  const after = said(spans.slice(index + 1))
  const start = before.length > around ? `…${before.slice(-around).replace(/^\S*\s+/, '')}` : before
  const end = after.length > around ? `${after.slice(0, around).replace(/\s+\S*$/, '')}…` : after
  return `${start}${spans[index]?.text ?? ''}${end}`.trim()
}

/** Of a text in another script, the first say enough. */
const mostNamed = 12

function missingGlyphs(
  { letters: of, near, words }: MissingLetters,
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
    message: `none of the fonts ${[...new Set(Object.values(theme.fonts))].join(', ')} has ${named.join(', ')}, in “${words}”`,
    hints: ['write it another way', 'choose a theme whose fonts have it'],
    at: placeOf(letters[0] as string, near),
  }
}
