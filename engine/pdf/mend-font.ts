import type { EmbeddedFont, FontGlyph } from 'pdfmake/js/PDFDocument.js'

type OpenFont = EmbeddedFont['font']

/** Mends what an opened font does that documents cannot use; once, before the first text is set in it. */
export function mendFont(font: OpenFont): void {
  keepCodePointsApart(font)
  leaveSpacesAlone(font)
}

/**
 * Makes a font's glyphs remember the characters that they were asked for, each its own.
 *
 * fontkit keeps one object per glyph with the characters of whoever asked first: none where a subset took the
 * glyph as a part of another (the full stop of a colon). In a font that outlives its document, what earlier
 * documents held would then decide which characters the text of this one maps to.
 */
function keepCodePointsApart(font: EmbeddedFont['font']): void {
  const known = new Map<string, FontGlyph | null>()
  const getGlyph = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const key = `${id}:${codePoints.join()}`
    const before = known.get(key)
    if (before !== undefined) return before
    const shared = getGlyph(id, codePoints)
    const own: FontGlyph | null = shared && Object.assign(Object.create(shared), { codePoints })
    known.set(key, own)
    return own
  }
}

/**
 * Takes back kerning between a space and what stands beside it.
 *
 * Words are measured one by one, each with the space after it, so the pair of a space and the next word is never
 * seen. Kerned on one side alone, a spaced dash of a font that draws both sides in (Public Sans by a third of the
 * dash) hangs on the word after it.
 */
function leaveSpacesAlone(font: OpenFont): void {
  const layout = font.layout.bind(font)
  const isSpace = (glyph: FontGlyph | undefined): boolean => glyph?.codePoints[0] === 0x20
  font.layout = (text, features) => {
    const run = layout(text, features)
    run.positions.forEach((position, index) => {
      const glyph = run.glyphs[index]
      if (glyph && (isSpace(glyph) || isSpace(run.glyphs[index + 1]))) position.xAdvance = glyph.advanceWidth
    })
    return run
  }
}
