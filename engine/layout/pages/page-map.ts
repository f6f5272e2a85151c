import type { TextPlace } from '../../base/index.js'
import type { LaidPage } from './paginate.js'

/** A piece of a page and the source it came from; lengths in points from the page's top left corner. */
export interface PageMapEntry {
  page: number
  x: number
  y: number
  width: number
  height: number
  from: TextPlace
}

/** Strips of one origin that stand together, as one rectangle each. Pages count from 1. */
export function pageMap(pages: LaidPage[]): PageMapEntry[] {
  return pages.flatMap(({ strips }, index) => {
    const entries: PageMapEntry[] = []
    let last: { from: TextPlace; x: number } | undefined
    for (const { strip, x, y, isRepeat } of strips) {
      if (!strip.from || isRepeat) {
        last = undefined
        continue
      }
      const left = x + Math.min(...strip.pieces.map((piece) => piece.x))
      const right =
        x +
        Math.max(
          ...strip.pieces.map(
            (piece) =>
              piece.x +
              (piece.kind === 'line' ? piece.line.width : piece.kind === 'pageNumber' ? 0 : piece.width),
          ),
        )
      const entry = entries.at(-1)
      if (entry && last?.from === strip.from && last.x === x) {
        entry.height = y + strip.height - entry.y
        entry.width = Math.max(entry.width, right - entry.x)
      } else {
        entries.push({
          page: index + 1,
          x: left,
          y,
          width: right - left,
          height: strip.height,
          from: strip.from,
        })
      }
      last = { from: strip.from, x }
    }
    return entries
  })
}
