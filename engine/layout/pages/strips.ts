import type { Points, TextPlace } from '../../base/index.js'
import type { Scene } from '../../figures/index.js'
import type { SetLine } from '../text/break-lines.js'
import type { TextStyle } from '../text/text-run.js'

/**
 * The unit that pages are made of: a horizontal slice of a column that is never cut.
 * A paragraph is a strip per line, a table a strip per row. Breaks are decided between strips, once, with
 * every height known, so nothing is laid out twice.
 *
 * Plain data that nobody writes on: the same strip may be set in many places.
 */
export interface Strip {
  readonly height: Points
  /** Space wanted above and below; the larger of two neighbours counts, and none at a column's top. */
  readonly before: Points
  readonly after: Points
  /** The space above the next strip is `after` alone: text closes up to its heading. */
  readonly closesUp: boolean
  /** From the strip's top left corner. */
  readonly pieces: readonly Piece[]
  /** How many slots stand before those that its pieces count from. */
  readonly firstSlot: number
  /** No break between this strip and the next one. */
  readonly joinsNext: boolean
  /** The baseline falls on the grid, so that lines of neighbouring columns meet. */
  readonly onGrid: boolean
  /** Boxes around it, outermost first. */
  readonly boxes: readonly BoxPart[]
  /** What stands above it again where a column begins with it: a table's head, the name of a group that goes on. */
  readonly heads?: readonly Strip[]
  /** Where it came from, for the page map. */
  readonly from?: TextPlace
  /** Numbers of the footnotes that it calls. */
  readonly notes?: readonly number[]
  readonly bookmark?: { level: number; title: string; id: string }
  readonly destinations?: readonly string[]
}

export type Piece =
  | {
      kind: 'line'
      line: SetLine
      x: Points
      /** Down to the baseline. */
      baseline: Points
      /** The slot of each group of its spans (`spanGroups`); without them it is there for the eye alone. */
      slots?: readonly number[]
    }
  | { kind: 'rule'; x: Points; y: Points; width: Points; thickness: Points; colour: string }
  | {
      kind: 'scene'
      slot: number
      /** The slots of its data for screen readers, row by row: see `spokenTable`. */
      spoken: readonly (readonly number[])[]
      scene: Scene
      x: Points
      y: Points
      width: Points
      height: Points
    }
  | {
      kind: 'image'
      slot: number
      bytes: Uint8Array
      x: Points
      y: Points
      width: Points
      height: Points
    }
  /** The number of the page that holds `target`, set to end at `x`; known when every page is. */
  | {
      kind: 'pageNumber'
      slot: number
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

/** The part of a box that is behind one strip: whether the box begins or ends with it. */
export interface BoxPart extends Box {
  begins: boolean
  ends: boolean
}

export function strip(part: Partial<Strip> & { height: Points }): Strip {
  return {
    before: 0,
    after: 0,
    closesUp: false,
    pieces: [],
    firstSlot: 0,
    joinsNext: false,
    onGrid: false,
    boxes: [],
    ...part,
  }
}

/** The strip with `count` slots more before it. */
export function shifted(strip: Strip, count: number): Strip {
  return count === 0 ? strip : { ...strip, firstSlot: strip.firstSlot + count }
}

/** Strips with what is said of the first and the last one of them. */
export function edged(
  strips: readonly Strip[],
  first: Partial<Strip>,
  last: Partial<Strip> = {},
): readonly Strip[] {
  const end = strips.length - 1
  return strips.map((one, index) =>
    index > 0 && index < end
      ? one
      : { ...one, ...(index === 0 ? first : undefined), ...(index === end ? last : undefined) },
  )
}

/** Strips that no break parts. */
export function together(strips: readonly Strip[]): readonly Strip[] {
  return strips.map((one, index) =>
    index === strips.length - 1 || one.joinsNext ? one : { ...one, joinsNext: true },
  )
}

/** Strips with a box around them all, and around what is set again above them where the box runs on. */
export function boxed(strips: readonly Strip[], box: Box): readonly Strip[] {
  const end = strips.length - 1
  const around = (one: Strip, begins: boolean, ends: boolean): Strip => ({
    ...one,
    boxes: [{ ...box, begins, ends }, ...one.boxes],
  })
  // The rows of a table share their heads.
  const boxedHeads = new Map<readonly Strip[], readonly Strip[]>()
  const headsIn = (heads: readonly Strip[]): readonly Strip[] => {
    const known = boxedHeads.get(heads) ?? heads.map((one) => around(one, false, false))
    boxedHeads.set(heads, known)
    return known
  }
  return strips.map((one, index) => {
    const made = around(one, index === 0, index === end)
    return one.heads ? { ...made, heads: headsIn(one.heads) } : made
  })
}

export function spaceBetween(above: Strip, below: Strip): Points {
  return above.closesUp ? above.after : Math.max(above.after, below.before)
}

/** Room that the boxes around `strip` need above it: those that begin with it, or all at a column's top. */
export function paddingAbove(strip: Strip, isColumnTop: boolean): Points {
  return strip.boxes.reduce((sum, box) => sum + (isColumnTop || box.begins ? box.padding : 0), 0)
}

/** Room that the boxes around `strip` need under it: those that end with it, or all at a column's foot. */
export function paddingBelow(strip: Strip, isColumnFoot: boolean): Points {
  return strip.boxes.reduce((sum, box) => sum + (isColumnFoot || box.ends ? box.padding : 0), 0)
}
