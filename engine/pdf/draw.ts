import { type Points, unreachable } from '../base/index.js'
import {
  type Box,
  type Piece,
  type PlacedStrip,
  type StructureElement,
  smallest,
  type TextSetter,
} from '../layout/index.js'
import type { BriefDocument } from './brief-document.js'
import { drawLine } from './draw-line.js'
import { drawScene } from './draw-scene.js'
import type { FontMeasure } from './font-measure.js'

/** Draws the strips of a page: grounds first, then what lies `between`, then rules and text in reading order. */
export function drawStrips(
  document: BriefDocument,
  strips: PlacedStrip[],
  context: DrawingContext,
  between: () => void = () => {},
): void {
  document.asArtifact('Layout', () => drawBoxes(document, strips))
  between()
  for (const { strip, x, y, isRepeat } of strips) {
    if (!isRepeat) {
      for (const name of strip.destinations ?? []) document.addNamedDestination(name, 'XYZ', x, y - 4, null)
    }
    for (const piece of strip.pieces) {
      // A repeated head has been said where it first stood.
      if (isRepeat) document.asArtifact('Pagination', () => drawPiece(document, piece, x, y, context, true))
      else drawPiece(document, piece, x, y, context)
    }
  }
}

/** What is known only when every page is laid out. */
export interface DrawingContext {
  fonts: FontMeasure
  setter: TextSetter
  /** The page of each heading, table, figure and appendix, from 1. */
  pageOf: Map<string, number>
  /** The elements of footnotes by number. */
  notes: Map<number, StructureElement>
}

export function drawPiece(
  document: BriefDocument,
  piece: Piece,
  x: Points,
  y: Points,
  context: DrawingContext,
  isArtifact = false,
): void {
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
    case 'line':
      drawLine(
        document,
        context.fonts,
        piece.line,
        x + piece.x,
        y + piece.baseline,
        isArtifact ? undefined : piece.element,
        context.notes,
      )
      return
    case 'scene':
      document.asFigure(piece.element, x + piece.x, y + piece.y, piece, () =>
        drawScene(document, context.fonts, context.setter, piece.scene, x + piece.x, y + piece.y),
      )
      drawSpoken(document, context.fonts, piece.spoken, { ...piece, x: x + piece.x, y: y + piece.y })
      return
    case 'image':
      document.asFigure(piece.element, x + piece.x, y + piece.y, piece, () =>
        document.image(Buffer.from(piece.bytes), x + piece.x, y + piece.y, {
          width: piece.width,
          height: piece.height,
        }),
      )
      return
    case 'pageNumber': {
      const page = context.pageOf.get(piece.target)
      const label = context.setter.label(
        page === undefined ? '' : String(page),
        piece.style,
        piece.style.colour,
      )
      drawLine(document, context.fonts, label, x + piece.x - label.width, y + piece.baseline, piece.element)
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
  rows: StructureElement[][],
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
      document.closeContent()
    })
  })
}

/** A box's ground and bar, once for every unbroken stretch of strips that carry it. */
function drawBoxes(document: BriefDocument, strips: PlacedStrip[]): void {
  const open = new Map<Box, { x: Points; top: Points; bottom: Points }>()
  const close = (box: Box): void => {
    const part = open.get(box)
    open.delete(box)
    if (!part) return
    const top = part.top - box.padding
    const height = part.bottom - part.top + 2 * box.padding
    document
      .fillColor(box.fill)
      .rect(part.x + box.x, top, box.width, height)
      .fill()
    if (box.bar)
      document
        .fillColor(box.bar.colour)
        .rect(part.x + box.x, top, box.bar.width, height)
        .fill()
  }
  for (const { strip, x, y } of strips) {
    for (const [box, part] of open) if (!strip.boxes.includes(box) || part.x !== x || y < part.top) close(box)
    for (const box of strip.boxes) {
      const part = open.get(box)
      if (part) part.bottom = y + strip.height
      else open.set(box, { x, top: y, bottom: y + strip.height })
    }
  }
  for (const box of [...open.keys()]) close(box)
}
