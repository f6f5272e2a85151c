import type { Points } from '../../base/index.js'
import { type Column, fillColumns } from './fill-columns.js'
import type { TextFrame } from './sheet.js'
import { type Piece, paddingAbove, type Strip, spaceBetween, strip } from './strips.js'

/** A stretch of the document set in equal columns; a page break may be asked for before it. */
export interface Region {
  columns: number
  strips: readonly Strip[]
  startsPage: boolean
  /** The block of text of its pages; where it changes, a new page begins. */
  frame: TextFrame
}

export interface PlacedStrip {
  strip: Strip
  x: Points
  y: Points
  /** A head or a note that stands on a page before as well: for the eye only, already said once. */
  isRepeat: boolean
}

export interface LaidPage {
  /** By column within region, in reading order; footnotes last. */
  strips: PlacedStrip[]
  /** The lowest point used by the text. */
  bottom: Points
  frame: TextFrame
}

export interface LaidDocument {
  pages: LaidPage[]
  /** Strips taller than a page's text, set all the same. */
  tooTall: Strip[]
}

/** Less room than this at a page's foot is left empty rather than begun with columns. */
const leastColumnHeight: Points = 60
/** Between the text and the footnotes under it, a short rule in its middle. */
const aboveNotes: Points = 9

/**
 * Places strips on pages.
 *
 * Breaks fall only where a strip does not join the next one; columns are balanced where a region ends; a table's
 * head is set again after a break; footnotes (`notes`, by number) stand at the foot of the page that calls them.
 * `grid` is the distance that baselines of neighbouring columns share.
 */
export function paginate(
  regions: Region[],
  notes: ReadonlyMap<number, readonly Strip[]>,
  grid: Points,
  ruleColour: string,
): LaidDocument {
  const pages: OpenPage[] = []
  const tooTall: Strip[] = []
  let last: Strip | undefined

  const turn = (frame: TextFrame): OpenPage => {
    const opened: OpenPage = { strips: [], bottom: frame.y, frame, notes: [], notesHeight: 0 }
    pages.push(opened)
    last = undefined
    return opened
  }

  regions.forEach((region, regionIndex) => {
    const { frame, columns: count } = region
    let page = pages.at(-1) ?? turn(frame)
    if (page.strips.length > 0 && (region.startsPage || page.frame !== frame)) page = turn(frame)
    page.frame = frame
    const columnWidth = (frame.width - frame.gutter * (count - 1)) / count
    const next = regions[regionIndex + 1]
    let index = 0
    while (index < region.strips.length) {
      const first = region.strips[index] as Strip
      const isFresh = page.strips.length === 0
      const top = isFresh ? frame.y : page.bottom + (last ? spaceBetween(last, first) : 0)
      const room = frame.y + frame.height - page.notesHeight - top
      const mayStart = count === 1 || room >= leastColumnHeight || isFresh
      const whole = mayStart ? fillAbove(region.strips, index, count, room, grid, page, notes) : noColumns
      const end = whole.columns.at(-1)?.end ?? index
      // A heading that ends a region needs room for the start of the next one as well.
      const leavesHead =
        end === region.strips.length &&
        region.strips.at(-1)?.joinsNext === true &&
        next !== undefined &&
        !next.startsPage &&
        next.frame === frame &&
        columnBottom(whole.columns) + leastStart(next) > room
      const stop = leavesHead ? tailStart(region.strips, index) : end
      if (stop === index && !isFresh) {
        page = turn(frame)
        continue
      }
      if (end === index) {
        tooTall.push(first)
        page.strips.push({ strip: first, x: frame.x, y: frame.y, isRepeat: false })
        page.bottom = frame.y + frame.height
        index++
        continue
      }
      const { columns, called } =
        stop === end || stop === index
          ? whole
          : fillAbove(region.strips.slice(0, stop), index, count, room, grid, page, notes)
      columns.forEach((column, c) => {
        const x = frame.x + c * (columnWidth + frame.gutter)
        for (const one of column.strips) page.strips.push({ ...one, x, y: top + one.y })
      })
      page.bottom = top + columnBottom(columns)
      page.notesHeight += notesHeight(page, called)
      page.notes.push(...called)
      index = columns.at(-1)?.end ?? end
      last = region.strips[index - 1]
      if (index < region.strips.length) page = turn(frame)
    }
  })
  if (pages.length > 1 && pages.at(-1)?.strips.length === 0) pages.pop()
  const placed = new Set<readonly Strip[]>()
  for (const page of pages) placeNotes(page, placed, ruleColour)
  return { pages, tooTall }
}

interface OpenPage extends LaidPage {
  notes: (readonly Strip[])[]
  notesHeight: Points
}

const noColumns: { columns: Column[]; called: (readonly Strip[])[] } = { columns: [], called: [] }

/** Fills columns so that the footnotes that they call fit under them. */
function fillAbove(
  strips: readonly Strip[],
  start: number,
  count: number,
  room: Points,
  grid: Points,
  page: OpenPage,
  notes: ReadonlyMap<number, readonly Strip[]>,
): { columns: Column[]; called: (readonly Strip[])[] } {
  let height = room
  for (;;) {
    const columns = fillColumns(strips, start, count, height, grid)
    const called = calledBy(columns, page, notes)
    const needed = notesHeight(page, called)
    if (needed === 0 || columns.length === 0 || columnBottom(columns) + needed <= room + 0.01)
      return { columns, called }
    // Less text calls fewer notes, so this ends: at the latest with nothing set, and then on a page of its own.
    height = Math.min(height - 6, Math.max(room - needed, columnBottom(columns) - 6))
  }
}

function calledBy(
  columns: Column[],
  page: OpenPage,
  notes: ReadonlyMap<number, readonly Strip[]>,
): (readonly Strip[])[] {
  const numbers = columns.flatMap((column) =>
    column.strips.flatMap((one) => (one.isRepeat ? [] : (one.strip.notes ?? []))),
  )
  return [...new Set(numbers)].flatMap((number) => {
    const note = notes.get(number)
    return note && !page.notes.includes(note) ? [note] : []
  })
}

function notesHeight(page: OpenPage, called: (readonly Strip[])[]): Points {
  const text = called.flat().reduce((sum, one) => sum + one.before + one.height, 0)
  return text > 0 && page.notes.length === 0 ? text + aboveNotes : text
}

/** A note that another page calls as well is printed there again, for the eye alone. */
function placeNotes(page: OpenPage, placed: Set<readonly Strip[]>, ruleColour: string): void {
  if (page.notes.length === 0) return
  const { frame } = page
  let y = frame.y + frame.height - page.notesHeight
  const rule: Piece = { kind: 'rule', x: 0, y: aboveNotes / 2, width: 60, thickness: 0.5, colour: ruleColour }
  page.strips.push({ strip: strip({ height: aboveNotes, pieces: [rule] }), x: frame.x, y, isRepeat: false })
  y += aboveNotes
  for (const note of page.notes) {
    const isRepeat = placed.has(note)
    placed.add(note)
    for (const one of note) {
      y += one.before
      page.strips.push({ strip: one, x: frame.x, y, isRepeat })
      y += one.height
    }
  }
}

function columnBottom(columns: Column[]): Points {
  return Math.max(0, ...columns.map((column) => column.height))
}

/** Height of the smallest part of a region that may stand alone. */
function leastStart(region: Region): Points {
  let height: Points = 0
  for (const strip of region.strips) {
    height += Math.max(strip.before, 0) + strip.height + paddingAbove(strip, true)
    if (!strip.joinsNext) break
  }
  return region.columns > 1 ? Math.max(height, leastColumnHeight) : height
}

/** Index of the first strip of the group that ends the region, all of which join the next. */
function tailStart(strips: readonly Strip[], from: number): number {
  let index = strips.length
  while (index > from && strips[index - 1]?.joinsNext) index--
  return index
}
