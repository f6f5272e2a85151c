import type { Points, TextPlace } from '../../base/index.js'
import type { Inline } from '../../document/index.js'
import { type Piece, type Strip, strip } from '../pages/strips.js'
import type { Part } from '../part.js'
import type { SetBlock } from '../set-block.js'
import type { Setting } from '../setting.js'
import type { SetLine } from './break-lines.js'
import { runsOf } from './runs-of.js'
import { tagLines } from './tag-lines.js'
import type { TextStyle } from './text-run.js'
import type { TextSetter } from './text-setter.js'

export type TextAlignment = 'left' | 'centre' | 'right'

/**
 * Where the baseline falls in a line of `leading`: ascent and descent of the style centred in it.
 * Capitals and descenders of the text faces are close to 0.70 and 0.24 of the size.
 */
export function baselineIn(style: TextStyle): Points {
  return (style.leading + style.size * (0.7 - 0.24)) / 2 + style.size * 0.03
}

export function linesOf(
  setter: TextSetter,
  content: Inline[],
  style: TextStyle,
  width: Points,
  linkColour: string,
): SetLine[] {
  return setter.break(setter.measure(runsOf(content, style, linkColour)), width)
}

export type LinePiece = Extract<Piece, { kind: 'line' }>

export function linePiece(
  line: SetLine,
  style: TextStyle,
  x: Points,
  width: Points,
  alignment: TextAlignment,
  slots?: readonly number[],
): LinePiece {
  const free = Math.max(0, width - line.width)
  const shift = alignment === 'right' ? free : alignment === 'centre' ? free / 2 : 0
  return { kind: 'line', line, x: x + shift, baseline: baselineIn(style), slots }
}

/** The footnotes that lines call, as a strip carries them. */
export function notesIn(lines: readonly SetLine[]): number[] | undefined {
  const notes: number[] = []
  for (const { spans } of lines) for (const { run } of spans) if (run.note !== undefined) notes.push(run.note)
  return notes.length > 0 ? notes : undefined
}

export interface TextBlock {
  content: Inline[]
  /** What the text is in the structure of the document. */
  part: Omit<Part, 'kids'>
  style: TextStyle
  /** The setting's own where they are left out. */
  x?: Points
  width?: Points
  alignment?: TextAlignment
  before?: Points
  after?: Points
  onGrid?: boolean
  from?: TextPlace
  /** Never divided: a heading. */
  whole?: boolean
  joinsNext?: boolean
  /** What follows stands under it at `after` alone. */
  closesUp?: boolean
  bookmark?: Strip['bookmark']
  destinations?: readonly string[]
}

/** Text as one strip per line; the first two lines stay together and so do the last two. */
export function setText(setting: Setting, block: TextBlock): SetBlock {
  const { style, x = setting.x, width = setting.width, alignment = 'left' } = block
  const { before = 0, after = 0, whole = false, joinsNext = false, closesUp = false, onGrid = false } = block
  const lines = linesOf(setting.setter, block.content, style, width, setting.sheet.colours.accent)
  const { kids, slots } = tagLines(lines)
  const end = lines.length - 1
  const strips = lines.map((line, index) => {
    const isFirst = index === 0
    const isLast = index === end
    return strip({
      height: style.leading,
      before: isFirst ? before : 0,
      after: isLast ? after : 0,
      closesUp: isLast && closesUp,
      pieces: [linePiece(line, style, x, width, alignment, slots[index])],
      joinsNext: isLast ? joinsNext : whole || isFirst || index === end - 1,
      onGrid: isFirst && onGrid,
      notes: notesIn([line]),
      from: block.from,
      bookmark: isFirst ? block.bookmark : undefined,
      destinations: isFirst ? block.destinations : undefined,
    })
  })
  return { strips, parts: [{ ...block.part, kids }] }
}
