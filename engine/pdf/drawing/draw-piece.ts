import { type Points, unreachable } from '../../base/index.js'
import { type Piece, smallest } from '../../layout/index.js'
import type { BriefDocument } from '../brief-document.js'
import type { FontMeasure } from '../font-measure.js'
import { openPicture } from '../open-picture.js'
import type { FilledSlot } from '../tags/tag.js'
import type { DrawingContext } from './context.js'
import { drawLine } from './draw-line.js'
import { drawScene } from './draw-scene.js'

/**
 * Draws a piece of a strip whose top left corner is at `x`, `y`. Its slots are counted from `firstSlot`; without one it
 * is there for the eye alone.
 */
export function drawPiece(
  document: BriefDocument,
  piece: Piece,
  x: Points,
  y: Points,
  context: DrawingContext,
  firstSlot?: number,
): void {
  const slotAt = (number: number): FilledSlot | undefined =>
    firstSlot === undefined ? undefined : context.slots[firstSlot + number]
  switch (piece.kind) {
    case 'fill':
      document.asArtifact('Layout', () =>
        document
          .fillColor(piece.colour)
          .rect(x + piece.x, y + piece.y, piece.width, piece.height)
          .fill(),
      )
      return
    case 'rule':
      document.asArtifact('Layout', () =>
        document
          .lineWidth(piece.thickness)
          .strokeColor(piece.colour)
          .moveTo(x + piece.x, y + piece.y)
          .lineTo(x + piece.x + piece.width, y + piece.y)
          .stroke(),
      )
      return
    case 'line': {
      const slots = firstSlot === undefined ? undefined : piece.slots?.map(slotAt)
      drawLine(document, context.fonts, piece.line, x + piece.x, y + piece.baseline, slots)
      return
    }
    case 'scene': {
      const place = { x: x + piece.x, y: y + piece.y, width: piece.width, height: piece.height }
      document.asFigure(slotAt(piece.slot), place, () =>
        drawScene(document, context.fonts, context.setter, piece.scene, place.x, place.y),
      )
      const rows = piece.spoken.map((row) => row.map(slotAt))
      drawSpoken(document, context.fonts, rows, place)
      return
    }
    case 'image': {
      const place = { x: x + piece.x, y: y + piece.y, width: piece.width, height: piece.height }
      const { width, height } = piece
      document.asFigure(slotAt(piece.slot), place, () =>
        document.image(openPicture(document, piece.bytes) as never, place.x, place.y, { width, height }),
      )
      return
    }
    case 'pageNumber': {
      const page = context.pageOf.get(piece.target)
      const text = page === undefined ? '' : String(page)
      const label = context.setter.label(text, piece.style, piece.style.colour)
      const left = x + piece.x - label.width
      drawLine(document, context.fonts, label, left, y + piece.baseline, [slotAt(piece.slot)])
      return
    }
    default:
      unreachable(piece)
  }
}

/** Gives each text of a figure's table its content: a space, where its row and column would stand in the picture. */
function drawSpoken(
  document: BriefDocument,
  fonts: FontMeasure,
  rows: (FilledSlot | undefined)[][],
  { x, y, width, height }: { x: Points; y: Points; width: Points; height: Points },
): void {
  document._font = fonts.font('heads', { bold: false, italic: false })
  document.fontSize(smallest).fillColor('black')
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      document.openContent(cell)
      document.text(' ', x + (column / cells.length) * width, y + ((row + 0.5) / rows.length) * height, {
        lineBreak: false,
        baseline: 'alphabetic',
        wordSpacing: 0,
      })
      document.closeContent(cell)
    })
  })
}
