import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'
import type { Points } from '../../base/index.js'
import type { BriefDocument } from '../brief-document.js'

/**
 * Draws a bright outline under letters that stand over lines, with the baseline's start at the origin.
 *
 * It is drawn as shapes: as text it would be found, copied and read aloud a second time.
 */
export function drawHalo(
  document: BriefDocument,
  font: EmbeddedFont,
  text: string,
  x: Points,
  size: Points,
  colour: string,
): void {
  const scale = size / font.font.unitsPerEm
  document.save().translate(x, 0).scale(scale, -scale)
  document
    .lineWidth(2 / scale)
    .lineJoin('round')
    .strokeColor(colour)
  const { glyphs, positions } = font.layout(text)
  // Advances come in thousandths of the size, outlines in the font's own units.
  const toUnits = font.font.unitsPerEm / 1000
  let left = 0
  glyphs.forEach((glyph, index) => {
    const position = positions[index]
    const dx = Math.round((left + (position?.xOffset ?? 0)) * toUnits)
    for (const { command, args } of glyph.path.commands) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
      if (command === 'moveTo') document.moveTo(a + dx, b)
      else if (command === 'lineTo') document.lineTo(a + dx, b)
      else if (command === 'quadraticCurveTo') document.quadraticCurveTo(a + dx, b, c + dx, d)
      else if (command === 'bezierCurveTo') document.bezierCurveTo(a + dx, b, c + dx, d, e + dx, f)
      else document.closePath()
    }
    left += position?.xAdvance ?? 0
  })
  document.stroke().restore()
}
