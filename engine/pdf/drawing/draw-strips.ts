import type { Points } from '../../base/index.js'
import type { BoxPart, PlacedStrip } from '../../layout/index.js'
import type { BriefDocument } from '../brief-document.js'
import type { DrawingContext } from './context.js'
import { drawPiece } from './draw-piece.js'

/** Draws the strips of a page: grounds first, then what lies `between`, then rules and text in reading order. */
export function drawStrips(
  document: BriefDocument,
  strips: readonly PlacedStrip[],
  context: DrawingContext,
  between: () => void,
): void {
  document.asArtifact('Layout', () => drawBoxes(document, strips))
  between()
  for (const { strip, x, y, isRepeat } of strips) {
    if (isRepeat) {
      // A repeated head has been said where it first stood.
      for (const piece of strip.pieces)
        document.asArtifact('Pagination', () => drawPiece(document, piece, x, y, context))
      continue
    }
    for (const name of strip.destinations ?? []) document.addNamedDestination(name, 'XYZ', x, y - 4, null)
    for (const piece of strip.pieces) drawPiece(document, piece, x, y, context, strip.firstSlot)
  }
}

interface OpenBox {
  box: BoxPart
  x: Points
  top: Points
  bottom: Points
}

/** A box's ground and bar, once for every unbroken stretch of strips that it is behind. */
function drawBoxes(document: BriefDocument, strips: readonly PlacedStrip[]): void {
  const open: OpenBox[] = []
  for (const { strip, x, y } of strips) {
    const { boxes } = strip
    // Outermost first: where one does not go on, neither do those within it.
    const goesOn = ({ x: left, top }: OpenBox, depth: number): boolean =>
      boxes[depth] !== undefined && !boxes[depth].begins && left === x && y >= top
    const end = open.findIndex((one, depth) => !goesOn(one, depth))
    if (end >= 0) for (const one of open.splice(end)) drawBox(document, one)
    boxes.forEach((box, depth) => {
      const known = open[depth]
      if (known) known.bottom = y + strip.height
      else open.push({ box, x, top: y, bottom: y + strip.height })
    })
  }
  for (const one of open) drawBox(document, one)
}

function drawBox(document: BriefDocument, { box, x, top, bottom }: OpenBox): void {
  const upper = top - box.padding
  const height = bottom - top + 2 * box.padding
  document
    .fillColor(box.fill)
    .rect(x + box.x, upper, box.width, height)
    .fill()
  if (box.bar)
    document
      .fillColor(box.bar.colour)
      .rect(x + box.x, upper, box.bar.width, height)
      .fill()
}
