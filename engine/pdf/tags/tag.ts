import type { Part } from '../../layout/index.js'

/**
 * An element of a file's structure: a part of the layout, with its slots to be filled by drawing.
 *
 * Made anew for every file, when all its pages are laid out, and written on by drawing alone.
 */
export interface Tag extends Omit<Part, 'kids' | 'rowRole'> {
  kids: (Tag | FilledSlot)[]
  rowRole?: Part['rowRole']
  /** Ids of the heads of a cell, where the columns and rows alone do not tell them. */
  headers?: string[]
  /** Of a figure: left, bottom, right, top in points from the page's bottom left corner. */
  box?: [number, number, number, number]
}

/** What was drawn in a slot, in the order of drawing, which is that of reading within it. */
export interface FilledSlot {
  /** The element that it is of. */
  tag: Tag
  marks: (MarkedContent | AnnotationMark)[]
}

/** A stretch of a page's content, by the number that it is marked with there. */
export interface MarkedContent {
  kind: 'content'
  page: object
  number: number
}

/** A link's active area. */
export interface AnnotationMark {
  kind: 'annotation'
  page: object
  annotation: object
  /** Under which the file finds its element again. */
  key: number
}

export function isTag(kid: Tag | FilledSlot): kid is Tag {
  return 'kids' in kid
}
