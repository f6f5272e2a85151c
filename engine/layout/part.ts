/**
 * What a block is to screen readers, as plain data beside its strips.
 *
 * A part knows nothing of the document around it nor of pages. Where something is drawn for it, it has a slot. Slots are
 * counted in reading order, and each piece of a strip says by number which slot it fills: so a block that is set is whole
 * by itself, and where it goes is only a number to add (`Strip.firstSlot`). The tags of a file are made from the parts
 * when every page is laid out.
 *
 * Source of the types: ISO 32000-1, 14.8.4, "Standard structure types".
 */
export interface Part {
  type: PartType
  /** In reading order. */
  kids: readonly PartKid[]
  /** Instead of a picture. */
  alt?: string
  /** What is said instead of what is drawn. */
  actualText?: string
  /** Where it differs from the document's. */
  language?: string
  /** Of letters above or below the line, how far above. */
  baselineShift?: number
  /** Unique in the document; asked for of notes. */
  id?: string
  scope?: 'Column' | 'Row'
  colSpan?: number
  /** Of a row: the title of those under it, or their sum. */
  rowRole?: 'group' | 'total'
}

export type PartKid = Part | Slot | NoteCall

/** Where what is drawn goes: one stretch of text, over however many lines and pages, or a picture. */
export interface Slot {
  type: 'slot'
}

/** The place of a footnote, which is read where it is first called. */
export interface NoteCall {
  type: 'noteCall'
  number: number
}

export type PartType =
  | 'Document'
  | 'Div'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Span'
  | 'TOC'
  | 'TOCI'

export const slot: Slot = Object.freeze({ type: 'slot' })

export function isPart(kid: PartKid): kid is Part {
  return 'kids' in kid
}

export function slotsIn(kids: readonly PartKid[]): number {
  let count = 0
  for (const kid of kids) count += isPart(kid) ? slotsIn(kid.kids) : kid.type === 'slot' ? 1 : 0
  return count
}
