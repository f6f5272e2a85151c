/**
 * The structure of a document for who listens to it: what each part is, in reading order.
 *
 * Made from the document model while blocks are set, before anything is known of pages; drawing fills the leaves.
 * Source of the types: ISO 32000-1, 14.8.4, "Standard structure types".
 */
export interface StructureElement {
  type: StructureType
  /** In reading order: elements, and what was drawn for this one. */
  kids: (StructureElement | MarkedContent | AnnotationMark)[]
  /** Instead of a picture. */
  alt?: string
  /** What is said instead of what is drawn. */
  actualText?: string
  /** Where it differs from the document's. */
  language?: string
  /** Unique in the document; asked for of notes. */
  id?: string
  scope?: 'Column' | 'Row'
  colSpan?: number
  /** Ids of the heads of a cell, where the columns and rows alone do not tell them. */
  headers?: string[]
  /** Of a row: the title of those under it, or their sum. */
  rowRole?: 'group' | 'total'
  /** Of a figure: left, bottom, right, top in points from the page's bottom left corner. */
  box?: [number, number, number, number]
}

export type StructureType =
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

/** A new element at the end of `parent`. */
export function addElement(
  parent: StructureElement,
  type: StructureType,
  part: Omit<Partial<StructureElement>, 'type' | 'kids'> = {},
): StructureElement {
  const element: StructureElement = { type, kids: [], ...part }
  parent.kids.push(element)
  return element
}

export function isElement(kid: StructureElement['kids'][number]): kid is StructureElement {
  return 'type' in kid
}
