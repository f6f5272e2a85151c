import type { Points, TextPlace } from '../../base/index.js'
import type { Inline } from '../../document/index.js'
import { type Piece, type Strip, strip } from '../pages/strips.js'
import type { StructureElement } from '../structure.js'
import type { SetLine } from './break-lines.js'
import { runsOf, type TextStyle } from './runs.js'
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

export function linePiece(
  line: SetLine,
  style: TextStyle,
  x: Points,
  width: Points,
  alignment: TextAlignment,
  element?: StructureElement,
): Piece {
  const free = Math.max(0, width - line.width)
  const shift = alignment === 'right' ? free : alignment === 'centre' ? free / 2 : 0
  return { kind: 'line', line, x: x + shift, baseline: baselineIn(style), ...(element ? { element } : {}) }
}

/** The footnotes that a line calls, as a strip carries them. */
export function notesIn(...lines: SetLine[]): { notes?: number[] } {
  const notes = lines.flatMap((line) =>
    line.spans.flatMap((span) => (span.run.note === undefined ? [] : [span.run.note])),
  )
  return notes.length > 0 ? { notes } : {}
}

interface TextBlock {
  content: Inline[]
  /** What the text is in the structure of the document. */
  element: StructureElement
  style: TextStyle
  x: Points
  width: Points
  linkColour: string
  alignment?: TextAlignment
  before?: Points
  after?: Points
  onGrid?: boolean
  from?: TextPlace | undefined
  /** Never divided: a heading. */
  whole?: boolean
}

/** Text as one strip per line; the first two lines stay together and so do the last two. */
export function setText(setter: TextSetter, block: TextBlock): Strip[] {
  const { style, x, width, alignment = 'left', before = 0, after = 0, onGrid = false } = block
  const lines = linesOf(setter, block.content, style, width, block.linkColour)
  return lines.map((line, index) =>
    strip({
      height: style.leading,
      before: index === 0 ? before : 0,
      after: index === lines.length - 1 ? after : 0,
      pieces: [linePiece(line, style, x, width, alignment, block.element)],
      joinsNext:
        index < lines.length - 1 && (block.whole === true || index === 0 || index === lines.length - 2),
      onGrid: onGrid && index === 0,
      ...notesIn(line),
      ...(block.from ? { from: block.from } : {}),
    }),
  )
}

interface Label {
  text: string
  style: TextStyle
  element: StructureElement
  x: Points
  /** Room that it is broken to, and the part of it that it is aligned in. */
  room: Points
  width?: Points
  alignment?: TextAlignment
  /** The style of the line that it shares its baseline with, where that is another. */
  beside?: TextStyle
}

/** Puts a label at the left of a text that is set already: a bullet, a number, the name of a field. */
export function addLabel(setter: TextSetter, strip: Strip | undefined, label: Label): void {
  const { style, x, room, width = room, alignment = 'left', beside = style, element } = label
  const [line] = linesOf(setter, [{ type: 'text', text: label.text }], style, room, '')
  if (strip && line) strip.pieces.push(linePiece(line, beside, x, width, alignment, element))
}
