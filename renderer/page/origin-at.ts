import type { TextPlace } from '../../engine/base/index.js'
import type { PageMapEntry } from '../../engine/pdf/index.js'

/**
 * Where the thing at (`x`, `y`) of a page came from; in points from its top left corner. Of things that lie
 * within each other the smallest is meant. Nothing where the page is empty.
 */
export function originAt(map: PageMapEntry[], page: number, x: number, y: number): TextPlace | undefined {
  return map
    .filter(
      (entry) =>
        entry.page === page && isWithin(entry.x, entry.width, x) && isWithin(entry.y, entry.height, y),
    )
    .toSorted((a, b) => a.width * a.height - b.width * b.height)[0]?.from
}

function isWithin(start: number, length: number, value: number): boolean {
  return value >= start && value <= start + length
}
