import type { Points } from '../../base/index.js'
import type { PlacedStrip } from './paginate.js'
import { paddingAbove, paddingBelow, type Strip, spaceBetween } from './strips.js'

export interface Column {
  strips: Omit<PlacedStrip, 'x'>[]
  height: Points
  /** Index of the first strip that is not in it. */
  end: number
}

/** Fills up to `count` columns of at most `room`; when all that is left fits, the columns are made even. */
export function fillColumns(
  strips: readonly Strip[],
  start: number,
  count: number,
  room: Points,
  grid: Points,
): Column[] {
  const full = fill(strips, start, count, room, grid)
  if (count === 1 || (full.at(-1)?.end ?? start) < strips.length) return full
  let low = 0
  let high = room
  while (high - low > 0.5) {
    const height = (low + high) / 2
    if ((fill(strips, start, count, height, grid).at(-1)?.end ?? start) === strips.length) high = height
    else low = height
  }
  return fill(strips, start, count, high, grid)
}

function fill(
  strips: readonly Strip[],
  start: number,
  count: number,
  height: Points,
  grid: Points,
): Column[] {
  const columns: Column[] = []
  let index = start
  for (let c = 0; c < count && index < strips.length; c++) {
    const column = fillColumn(strips, index, height, count > 1 ? grid : 0)
    if (column.end === index) break
    columns.push(column)
    index = column.end
  }
  return columns
}

/** As many strips as fit in `height`, ending where a break is allowed. */
function fillColumn(strips: readonly Strip[], start: number, height: Points, grid: Points): Column {
  const placed: Omit<PlacedStrip, 'x'>[] = []
  let y: Points = 0
  let good = { count: 0, end: start, height: 0 }
  const first = strips[start]
  for (const head of first?.heads ?? []) {
    placed.push({ strip: head, y, isRepeat: true })
    y += head.height
  }
  for (let i = start; i < strips.length; i++) {
    const strip = strips[i] as Strip
    const previous = i > start ? (strips[i - 1] as Strip) : undefined
    let top = y + (previous ? spaceBetween(previous, strip) : 0) + paddingAbove(strip, previous === undefined)
    if (grid > 0 && strip.onGrid) top = ontoGrid(top, grid)
    if (grid > 0 && previous && strip.bookmark) {
      // A heading moves down with the text that it heads, so that the grid opens no gap between them.
      const text = top + headingHeight(strips, i)
      top += ontoGrid(text, grid) - text
    }
    if (top + strip.height + paddingBelow(strip, true) > height + 0.01) break
    placed.push({ strip, y: top, isRepeat: false })
    y = top + strip.height + paddingBelow(strip, i === strips.length - 1)
    if (!strip.joinsNext || i === strips.length - 1) good = { count: placed.length, end: i + 1, height: y }
  }
  return { strips: placed.slice(0, good.count), height: good.height, end: good.end }
}

function ontoGrid(y: Points, grid: Points): Points {
  return Math.ceil((y - 0.01) / grid) * grid
}

/** From the top of a heading to the top of the text after it. */
function headingHeight(strips: readonly Strip[], start: number): Points {
  let height: Points = 0
  for (let i = start; i < strips.length; i++) {
    const strip = strips[i] as Strip
    height += strip.height
    if (strip.closesUp) return height + strip.after
  }
  return height
}
