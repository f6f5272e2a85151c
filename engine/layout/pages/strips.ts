import type { Points, TextPlace } from '../../base/index.js'
import type { Scene } from '../../figures/index.js'
import type { StructureElement } from '../structure.js'
import type { SetLine } from '../text/break-lines.js'
import type { TextStyle } from '../text/runs.js'

/**
 * The unit that pages are made of: a horizontal slice of a column that is never cut.
 * A paragraph is a strip per line, a table a strip per row. Breaks are decided between strips, once, with
 * every height known, so nothing is laid out twice.
 */
export interface Strip {
  height: Points
  /** Space wanted above and below; the larger of two neighbours counts, and none at a column's top. */
  before: Points
  after: Points
  /** The space above the next strip is `after` alone: text closes up to its heading. */
  closesUp: boolean
  /** From the strip's top left corner. */
  pieces: Piece[]
  /** No break between this strip and the next one. */
  joinsNext: boolean
  /** The baseline falls on the grid, so that lines of neighbouring columns meet. */
  onGrid: boolean
  /** Boxes around it, outermost first. */
  boxes: Box[]
  /** Set again at the top of a column that this strip begins. */
  heads?: Heads
  /** Where it came from, for the page map. */
  from?: TextPlace
  /** Numbers of the footnotes that it calls. */
  notes?: number[]
  bookmark?: { level: number; title: string; id: string }
  destinations?: string[]
}

/** What stands above the rows of a table again where it breaks: its head, and the name of the group that goes on. */
export interface Heads {
  /** Tells one table from another: there is nothing to repeat above its first row. */
  table: StructureElement
  strips: Strip[]
}

export type Piece =
  | {
      kind: 'line'
      line: SetLine
      x: Points
      /** Down to the baseline. */
      baseline: Points
      /** What its text belongs to; without one it is there for the eye alone. */
      element?: StructureElement
    }
  | { kind: 'rule'; x: Points; y: Points; width: Points; thickness: Points; colour: string }
  | {
      kind: 'scene'
      element: StructureElement
      /** Its data for who listens, row by row: see `addSpokenTable`. */
      spoken: StructureElement[][]
      scene: Scene
      x: Points
      y: Points
      width: Points
      height: Points
    }
  | {
      kind: 'image'
      element: StructureElement
      bytes: Uint8Array
      x: Points
      y: Points
      width: Points
      height: Points
    }
  /** The number of the page that holds `target`, set to end at `x`; known when every page is. */
  | {
      kind: 'pageNumber'
      element: StructureElement
      target: string
      style: TextStyle
      x: Points
      baseline: Points
      width: Points
    }
  | { kind: 'fill'; x: Points; y: Points; width: Points; height: Points; colour: string }

/** A tinted ground with a bar at its left, behind the strips that carry it. */
export interface Box {
  x: Points
  width: Points
  fill: string
  bar: { width: Points; colour: string } | undefined
  padding: Points
}

export function strip(part: Partial<Strip> & { height: Points }): Strip {
  return {
    before: 0,
    after: 0,
    closesUp: false,
    pieces: [],
    joinsNext: false,
    onGrid: false,
    boxes: [],
    ...part,
  }
}

export function spaceBetween(above: Strip, below: Strip): Points {
  return above.closesUp ? above.after : Math.max(above.after, below.before)
}

/** Room that the boxes around `strip` need on the side where `neighbour` is, if that one is outside them. */
export function boxPadding(neighbour: Strip | undefined, strip: Strip): Points {
  return strip.boxes.reduce((sum, box) => sum + (neighbour?.boxes.includes(box) ? 0 : box.padding), 0)
}
