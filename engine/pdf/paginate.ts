import type { Points } from '../lengths.js'
import type { Strip } from './strips.js'

/** A stretch of the document set in equal columns; a page break may be asked for before it. */
export interface Region {
  columns: number
  strips: Strip[]
  startsPage: boolean
}

/** The block of text of a page; lengths from the page's top left corner. */
export interface Frame {
  x: Points
  y: Points
  width: Points
  height: Points
  gutter: Points
}

export interface PlacedStrip {
  strip: Strip
  x: Points
  y: Points
  /** A repeated head: for the eye only, already said once. */
  isRepeat: boolean
}

export interface LaidPage {
  /** By column within region, in reading order. */
  strips: PlacedStrip[]
  /** The lowest point used. */
  bottom: Points
}

export interface LaidDocument {
  pages: LaidPage[]
  /** Strips taller than a page's text, set all the same. */
  tooTall: Strip[]
}

/** Less room than this at a page's foot is left empty rather than begun with columns. */
const leastColumnHeight: Points = 60

/**
 * Places strips on pages.
 *
 * Breaks fall only where a strip does not join the next one; columns are balanced where a region ends; a table's
 * head is set again after a break. `grid` is the distance that baselines of neighbouring columns share.
 */
export function paginate(regions: Region[], frame: Frame, grid: Points): LaidDocument {
  const pages: LaidPage[] = [{ strips: [], bottom: frame.y }]
  const tooTall: Strip[] = []
  const bottom = frame.y + frame.height
  let last: Strip | undefined

  const page = (): LaidPage => pages[pages.length - 1] as LaidPage
  const isFresh = (): boolean => page().strips.length === 0
  const turn = (): void => {
    pages.push({ strips: [], bottom: frame.y })
    last = undefined
  }

  regions.forEach((region, regionIndex) => {
    if (region.startsPage && !isFresh()) turn()
    const count = region.columns
    const columnWidth = (frame.width - frame.gutter * (count - 1)) / count
    const next = regions[regionIndex + 1]
    let index = 0
    while (index < region.strips.length) {
      const first = region.strips[index] as Strip
      const top = isFresh() ? frame.y : page().bottom + (last ? spaceBetween(last, first) : 0)
      const room = bottom - top
      const fitsBelow = count === 1 || room >= leastColumnHeight || isFresh()
      const columns = fitsBelow ? fillColumns(region.strips, index, count, room, grid) : []
      const end = columns.at(-1)?.end ?? index
      // A heading that ends a region needs room for the start of the next one as well.
      const leavesHead =
        end === region.strips.length &&
        region.strips.at(-1)?.joinsNext === true &&
        next !== undefined &&
        !next.startsPage &&
        columnBottom(columns) + leastStart(next) > room
      if (end === index || (leavesHead && !isFresh() && tailStart(region.strips, index) === index)) {
        if (!isFresh()) {
          turn()
          continue
        }
        tooTall.push(first)
        page().strips.push({ strip: first, x: frame.x, y: frame.y, isRepeat: false })
        page().bottom = bottom
        index++
        continue
      }
      const stop = leavesHead ? Math.max(tailStart(region.strips, index), index) : end
      const placed =
        stop === end ? columns : fillColumns(region.strips.slice(0, stop), index, count, room, grid)
      let used: Points = 0
      placed.forEach((column, c) => {
        const x = frame.x + c * (columnWidth + frame.gutter)
        for (const one of column.strips) page().strips.push({ ...one, x, y: top + one.y })
        used = Math.max(used, column.height)
      })
      page().bottom = top + used
      index = placed.at(-1)?.end ?? end
      last = region.strips[index - 1]
      if (index < region.strips.length) turn()
    }
  })
  if (pages.length > 1 && isFresh()) pages.pop()
  return { pages, tooTall }
}

interface Column {
  strips: Omit<PlacedStrip, 'x'>[]
  height: Points
  /** Index of the first strip that is not in it. */
  end: number
}

/** Fills up to `count` columns of at most `room`; when all that is left fits, the columns are made even. */
function fillColumns(strips: Strip[], start: number, count: number, room: Points, grid: Points): Column[] {
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

function fill(strips: Strip[], start: number, count: number, height: Points, grid: Points): Column[] {
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
function fillColumn(strips: Strip[], start: number, height: Points, grid: Points): Column {
  const placed: Omit<PlacedStrip, 'x'>[] = []
  let y: Points = 0
  let good = { count: 0, end: start, height: 0 }
  const first = strips[start]
  if (first?.repeatedHead && strips[start - 1]?.repeatedHead === first.repeatedHead) {
    for (const head of first.repeatedHead) {
      placed.push({ strip: head, y, isRepeat: true })
      y += head.height
    }
  }
  for (let i = start; i < strips.length; i++) {
    const strip = strips[i] as Strip
    const previous = i > start ? (strips[i - 1] as Strip) : undefined
    const opening = boxPadding(previous, strip)
    const closing = boxPadding(strips[i + 1], strip)
    let top = y + (previous ? spaceBetween(previous, strip) : 0) + opening
    if (grid > 0 && strip.onGrid) top = ontoGrid(top, grid)
    if (grid > 0 && previous && strip.bookmark) {
      // A heading moves down with the text that it heads, so that the grid opens no gap between them.
      const text = top + headingHeight(strips, i)
      top += ontoGrid(text, grid) - text
    }
    if (top + strip.height + boxPadding(undefined, strip) > height + 0.01) break
    placed.push({ strip, y: top, isRepeat: false })
    y = top + strip.height + closing
    if (!strip.joinsNext || i === strips.length - 1) good = { count: placed.length, end: i + 1, height: y }
  }
  return { strips: placed.slice(0, good.count), height: good.height, end: good.end }
}

function ontoGrid(y: Points, grid: Points): Points {
  return Math.ceil((y - 0.01) / grid) * grid
}

/** From the top of a heading to the top of the text after it. */
function headingHeight(strips: Strip[], start: number): Points {
  let height: Points = 0
  for (let i = start; i < strips.length; i++) {
    const strip = strips[i] as Strip
    height += strip.height
    if (strip.closesUp) return height + strip.after
  }
  return height
}

function spaceBetween(above: Strip, below: Strip): Points {
  return above.closesUp ? above.after : Math.max(above.after, below.before)
}

/** Room that the boxes around `strip` need on the side where `neighbour` is, if that one is outside them. */
function boxPadding(neighbour: Strip | undefined, strip: Strip): Points {
  return strip.boxes.reduce((sum, box) => sum + (neighbour?.boxes.includes(box) ? 0 : box.padding), 0)
}

function columnBottom(columns: Column[]): Points {
  return Math.max(0, ...columns.map((column) => column.height))
}

/** Height of the smallest part of a region that may stand alone. */
function leastStart(region: Region): Points {
  let height: Points = 0
  for (const strip of region.strips) {
    height += Math.max(strip.before, 0) + strip.height + boxPadding(undefined, strip)
    if (!strip.joinsNext) break
  }
  return region.columns > 1 ? Math.max(height, leastColumnHeight) : height
}

/** Index of the first strip of the group that ends the region, all of which join the next. */
function tailStart(strips: Strip[], from: number): number {
  let index = strips.length
  while (index > from && strips[index - 1]?.joinsNext) index--
  return index
}
