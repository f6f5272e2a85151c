import type { EmbeddedFont, FontGlyph } from 'pdfmake/js/PDFDocument.js'

type OpenFont = EmbeddedFont['font']

/** Mends what an opened font does that documents cannot use; once, before the first text is set in it. */
export function mendFont(font: OpenFont): void {
  keepCodePointsApart(font)
  mendLayout(font)
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

type GlyphRun = ReturnType<OpenFont['layout']>

function mendLayout(font: OpenFont): void {
  const layout = font.layout.bind(font)
  font.layout = (text, features) => {
    const run = layout(text, features)
    leaveOutHidden(run)
    leaveSpacesAlone(run)
    keepMarksInLine(run)
    return run
  }
}

/**
 * Puts a mark that stands over its letter there by room between glyphs, not by a jump: readers take a jump for the end of a
 * word.
 */
function keepMarksInLine({ positions }: GlyphRun): void {
  positions.forEach((position, index) => {
    const before = positions[index - 1]
    if (!before || !position.xOffset || position.yOffset) return
    before.xAdvance += position.xOffset
    position.xAdvance -= position.xOffset
    position.xOffset = 0
  })
}

const isSpace = (glyph: FontGlyph | undefined): boolean => glyph?.codePoints[0] === 0x20

/**
 * Takes back kerning between a space and what stands beside it.
 *
 * Words are measured one by one, each with the space after it, so the pair of a space and the next word is never
 * seen. Kerned on one side alone, a spaced dash of a font that draws both sides in (Public Sans by a third of the
 * dash) hangs on the word after it.
 */
function leaveSpacesAlone(run: GlyphRun): void {
  run.positions.forEach((position, index) => {
    const glyph = run.glyphs[index]
    if (glyph && (isSpace(glyph) || isSpace(run.glyphs[index + 1]))) position.xAdvance = glyph.advanceWidth
  })
}

/**
 * Leaves out what fontkit puts where nothing is seen, a joiner or a soft hyphen: spaces of no width, which would be drawn,
 * found and copied as spaces.
 */
function leaveOutHidden(run: GlyphRun): void {
  const isHidden = (index: number): boolean =>
    isSpace(run.glyphs[index]) && run.positions[index]?.xAdvance === 0
  for (let index = run.glyphs.length - 1; index >= 0; index -= 1) {
    if (!isHidden(index)) continue
    run.glyphs.splice(index, 1)
    run.positions.splice(index, 1)
  }
}
