import type { Status } from '../casebook/types.js'
import type { Place } from '../diagnostic.js'
import type { IsoDate, Language } from '../locale/language.js'

/**
 * The document between template and page: what is said, in which order and in what role.
 * Plain data that can be saved as JSON. How it looks is the theme's, where it breaks is the layout's.
 */
export interface DocumentModel {
  language: Language
  title: string
  subject: string
  author: string
  keywords: string[]
  issued: IsoDate
  asOf: IsoDate
  page: PageSetup
  /** Printed at top and bottom of every page. */
  marking?: { text: string; caveat?: string }
  /** Left part of the foot; the right part is "Page X of Y" in the document's language. */
  footer: string
  blocks: Block[]
}

export interface PageSetup {
  size: 'A4' | 'Letter'
  orientation: 'portrait' | 'landscape'
  /** Id of a theme. */
  theme: string
  /** What the template promises of its length, checked after layout. */
  pages?: { exactly: number } | { atMost: number }
}

/** Where a node came from: a line of the template, of the narrative, or of a casebook file. */
interface Origin {
  from?: Place
}

export type Block =
  | Masthead
  | Heading
  | Paragraph
  | List
  | Table
  | Callout
  | Columns
  | Quote
  | Rule
  | PageBreak
  | KeepTogether
  | SourceList
  | StatusKey
  | Fields

/** The head of a document: kicker in capitals, title, subtitle and a line of particulars. */
export interface Masthead extends Origin {
  type: 'masthead'
  kicker: string
  title: Inline[]
  subtitle?: Inline[]
  /** Date, "Information as of", reference, office… in this order. */
  particulars: Inline[][]
}

export interface Heading extends Origin {
  type: 'heading'
  level: 1 | 2 | 3
  /** Unique in the document; the target of bookmarks and links. */
  id: string
  content: Inline[]
}

/** Text. A paragraph that opens with bold text and a full stop in the source is set with a run-in head as it is. */
export interface Paragraph extends Origin {
  type: 'paragraph'
  content: Inline[]
  style?: 'lead' | 'small' | 'centred'
}

export interface List extends Origin {
  type: 'list'
  ordered: boolean
  start: number
  items: Block[][]
}

export type Alignment = 'left' | 'right' | 'centre' | 'decimal'

export interface Table extends Origin {
  type: 'table'
  /** "Table 3." is made of it. */
  number?: number
  caption?: Inline[]
  columns: {
    alignment: Alignment /** Share of the width; left out, the content decides. */
    width?: number
  }[]
  head: Cell[][]
  rows: Row[]
  /** Printed beneath: source line or note. */
  note?: Inline[]
}

export interface Row {
  cells: Cell[]
  /** A `group` row heads the rows under it and stays with them; a `total` row is tinted. */
  role?: 'group' | 'total'
  from?: Place
}

export interface Cell {
  content: Inline[]
  /** How many columns it spans; 1 if left out. */
  span?: number
  /** A row's own head, for screen readers. */
  isRowHead?: boolean
}

export interface Callout extends Origin {
  type: 'callout'
  kind: 'summary' | 'note' | 'caution'
  title?: Inline[]
  blocks: Block[]
}

/** A region set in `count` columns of equal width, balanced where it ends. */
export interface Columns extends Origin {
  type: 'columns'
  count: 1 | 2 | 3
  blocks: Block[]
}

export interface Quote extends Origin {
  type: 'quote'
  blocks: Block[]
}

export interface Rule extends Origin {
  type: 'rule'
}

export interface PageBreak extends Origin {
  type: 'pageBreak'
}

export interface KeepTogether extends Origin {
  type: 'keepTogether'
  blocks: Block[]
}

/** Every source cited, in order of first use; `number` is what its citation marks print. */
export interface SourceList extends Origin {
  type: 'sourceList'
  /** Left out, the layout chooses by the width of the page. */
  columns?: 1 | 2 | 3
  entries: { number: number; id: string; content: Inline[] }[]
}

/** The key to the status marks that the document uses. */
export interface StatusKey extends Origin {
  type: 'statusKey'
  entries: { status: Status; label: string }[]
}

/** Label and value pairs at the head of a memo: FOR, FROM, SUBJECT. */
export interface Fields extends Origin {
  type: 'fields'
  entries: { label: string; content: Inline[] }[]
}

export type Inline =
  | { type: 'text'; text: string; bold?: boolean; italic?: boolean; code?: boolean; from?: Place }
  /** Superscript marks that lead to the source list. Ranges are joined when drawn: 3–5. */
  | { type: 'citation'; numbers: number[] }
  | { type: 'status'; status: Status; label: string }
  | { type: 'link'; address: string; content: Inline[] }
  /** A stretch in another language than the document's. */
  | { type: 'foreign'; language: string; content: Inline[] }
  | { type: 'lineBreak' }
