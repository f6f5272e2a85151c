import { unreachable } from '../diagnostic.js'
import type { Points } from '../lengths.js'
import type { BriefDocument } from './brief-document.js'
import { drawScene } from './draw-scene.js'
import type { SetLine, TextSetter } from './lines.js'
import type { PlacedStrip } from './paginate.js'
import type { Box, Piece } from './strips.js'

/** Draws the strips of a page: grounds first, then rules and text in reading order. */
export function drawStrips(document: BriefDocument, strips: PlacedStrip[], context: DrawingContext): void {
  drawBoxes(document, strips)
  for (const { strip, x, y, isRepeat } of strips) {
    if (!isRepeat) {
      for (const name of strip.destinations ?? [])
        document.addNamedDestination(name, 'XYZ', x, document.page.height - y + 4, null)
    }
    for (const piece of strip.pieces) drawPiece(document, piece, x, y, context)
  }
}

/** What is known only when every page is laid out. */
export interface DrawingContext {
  setter: TextSetter
  /** The page of each heading, table, figure and appendix, from 1. */
  pageOf: Map<string, number>
}

export function drawPiece(
  document: BriefDocument,
  piece: Piece,
  x: Points,
  y: Points,
  context: DrawingContext,
): void {
  switch (piece.kind) {
    case 'fill':
      document
        .fillColor(piece.colour)
        .rect(x + piece.x, y + piece.y, piece.width, piece.height)
        .fill()
      return
    case 'rule':
      document
        .lineWidth(piece.thickness)
        .strokeColor(piece.colour)
        .moveTo(x + piece.x, y + piece.y)
        .lineTo(x + piece.x + piece.width, y + piece.y)
        .stroke()
      return
    case 'line':
      drawLine(document, piece.line, x + piece.x, y + piece.baseline)
      return
    case 'scene':
      drawScene(document, context.setter, piece.scene, x + piece.x, y + piece.y)
      return
    case 'image':
      document.image(Buffer.from(piece.bytes), x + piece.x, y + piece.y, {
        width: piece.width,
        height: piece.height,
      })
      return
    case 'pageNumber': {
      const page = context.pageOf.get(piece.target)
      const label = context.setter.label(
        page === undefined ? '' : String(page),
        piece.style,
        piece.style.colour,
      )
      drawLine(document, label, x + piece.x - label.width, y + piece.baseline)
      return
    }
    default:
      unreachable(piece)
  }
}

function drawLine(document: BriefDocument, line: SetLine, x: Points, baseline: Points): void {
  for (const span of line.spans) {
    const { run, font } = span
    document._font = font
    document.fontSize(run.size).fillColor(run.colour)
    document.text(span.text, x + span.x, baseline - run.rise, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: run.tracking,
      // pdfkit spreads words only when told a width; ours are already measured.
      wordSpacing: 0,
      ...(run.struck ? { strike: true } : {}),
    })
    if (!run.link) continue
    const top = baseline - run.rise - run.size * 0.8
    const height = run.size * 1.1
    if (run.link.kind === 'address') document.link(x + span.x, top, span.width, height, run.link.address)
    else document.goTo(x + span.x, top, span.width, height, run.link.name)
  }
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
