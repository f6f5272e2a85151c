import type { Points } from '../../base/index.js'
import type { Watermark } from '../../layout/index.js'
import type { BriefDocument } from '../brief-document.js'
import type { FontMeasure } from '../font-measure.js'
import { drawLine } from './draw-line.js'

/** Draws it from the lower left to the upper right, through the middle of the page. */
export function drawWatermark(
  document: BriefDocument,
  fonts: FontMeasure,
  { line, height }: Watermark,
  page: { width: Points; height: Points },
): void {
  const [x, y] = [page.width / 2, page.height / 2]
  const angle = (Math.atan2(page.height, page.width) * 180) / Math.PI
  document.asWatermark(() => {
    document.save()
    document.rotate(-angle, { origin: [x, y] })
    drawLine(document, fonts, line, x - line.width / 2, y + height / 2)
    document.restore()
  })
}
