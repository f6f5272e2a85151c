import type { Page } from '../../layout/index.js'
import { Bookmarks } from '../bookmarks.js'
import type { BriefDocument } from '../brief-document.js'
import type { DrawingContext } from './context.js'
import { drawPiece } from './draw-piece.js'
import { drawStrips } from './draw-strips.js'
import { drawWatermark } from './draw-watermark.js'

export function drawPages(document: BriefDocument, pages: readonly Page[], context: DrawingContext): void {
  const bookmarks = new Bookmarks(document)
  for (const page of pages) {
    const { strips, size, watermark, notice, running } = page
    document.addPage({ size: [size.width, size.height], margin: 0 })
    // Tabs go from link to link in the order of the structure.
    Object.assign(document.page.dictionary.data, { Tabs: 'S' })
    bookmarks.addFrom(page)
    drawStrips(document, strips, context, () => {
      if (watermark) drawWatermark(document, context.fonts, watermark, size)
    })
    for (const piece of notice) drawPiece(document, piece, 0, 0, context, 0)
    document.asArtifact('Pagination', () => {
      for (const piece of running) drawPiece(document, piece, 0, 0, context)
    })
  }
}
