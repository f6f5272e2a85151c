import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'
import { keptWith, withoutInkless } from '../base/index.js'

type OpenFont = EmbeddedFont['font']

/** What has been looked up in a font; its tables are searched anew at every question. */
const known = keptWith((_font: OpenFont) => new Map<string, boolean>())

/** Whether a font has a letter, and with marks on it knows where they stand. What is never seen needs no glyph. */
export function setsLetters(font: OpenFont, letters: string): boolean {
  const answers = known(font)
  const before = answers.get(letters)
  if (before !== undefined) return before
  const seen = withoutInkless(letters)
  const points = [...seen].map((letter) => letter.codePointAt(0) as number)
  const sets = points.every((point) => font.hasGlyphForCodePoint(point)) && placesMarks(font, seen)
  answers.set(letters, sets)
  return sets
}

const isMark = (points: readonly number[]): boolean =>
  points.length > 0 && points.every((point) => /\p{M}/u.test(String.fromCodePoint(point)))

/** Without an anchor a mark stands where it is drawn in the font, mostly on the letter after its own. */
function placesMarks(font: OpenFont, letters: string): boolean {
  if (!/\P{M}\p{M}/u.test(letters)) return true
  const { glyphs, positions } = font.layout(letters)
  const bare = font.layout(letters, { mark: false, mkmk: false })
  return glyphs.every(({ codePoints }, index) => {
    // A glyph that stands for no letter would be copied as none.
    if (!isMark(codePoints)) return codePoints.length > 0
    const [placed, left] = [positions[index], bare.positions[index]]
    const keys = ['xAdvance', 'xOffset', 'yOffset'] as const
    return keys.some((key) => placed?.[key] !== left?.[key])
  })
}
