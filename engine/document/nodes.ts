import type { TextPlace } from '../base/index.js'
import type { IsoDate, Language } from '../locale/index.js'
import type { PageSize, Status } from '../vocabulary/index.js'

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
  /** Large and pale across every page. */
  watermark?: string
  /** At the top of every page: what is watermarked, and whose copy it is. Read aloud once, before all else. */
  notice?: string
  /** Left part of the foot; the right part is "Page X of Y" in the document's language. */
  footer: string
  blocks: Block[]
  /** What the footnote marks in `blocks` stand for, by number from 1 without gaps; left out where there are none. */
  footnotes?: Footnote[]
}

/** Printed at the foot of the page that has its mark. Its paragraphs are set apart by line breaks. */
export interface Footnote<S extends Stage = Numbered> extends Origin {
  number: number
  content: S['inline'][]
}

export interface PageSetup {
  size: PageSize
  orientation: 'portrait' | 'landscape'
  /** Id of a theme. */
  theme: string
  /** What the template promises of its length, checked after layout. */
  pages?: { exactly: number } | { atMost: number }
}

/** Where a node came from: a line of the template, of the narrative, or of a casebook file. */
interface Origin {
  from?: TextPlace
}

/**
 * What the nodes of a document hold at one stage of its making: other blocks and inline nodes of the same stage. A node
 * of one stage cannot be taken for one of another, since their citations differ.
 */
export interface Stage {
  block: object
  inline: object
}

/** The finished document: everything that is counted has its number, and what can be referred to its id. */
export interface Numbered extends Stage {
  block: Block
  inline: Inline
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
  | Figure
  | Image
  | Landscape
  | Appendix
  | Contents
  | FigureList
  | Glossary

/** The head of a document: kicker in capitals, title, subtitle and a line of particulars. */
export interface Masthead<S extends Stage = Numbered> extends Origin {
  type: 'masthead'
  kicker: string
  title: S['inline'][]
  subtitle?: S['inline'][]
  /** Date, "Information as of", reference, office… in this order. */
  particulars: S['inline'][][]
}

export interface Heading<S extends Stage = Numbered> extends Origin {
  type: 'heading'
  level: 1 | 2 | 3
  /** Unique in the document; the target of bookmarks and links. */
  id: string
  content: S['inline'][]
}

/** Text. A paragraph that opens with bold text and a full stop in the source is set with a run-in head as it is. */
export interface Paragraph<S extends Stage = Numbered> extends Origin {
  type: 'paragraph'
  content: S['inline'][]
  style?: 'lead' | 'small' | 'centred'
}

export interface List<S extends Stage = Numbered> extends Origin {
  type: 'list'
  ordered: boolean
  start: number
  /** What follows the numbers: `7)`; a full stop if left out. */
  delimiter?: ')'
  items: S['block'][][]
  /** Of each item that is a task, whether it is done; left out where none is one. */
  tasks?: (boolean | undefined)[]
}

export type Alignment = 'left' | 'right' | 'centre' | 'decimal'

export interface Table<S extends Stage = Numbered> extends Origin {
  type: 'table'
  /** The name that cross references lead to; unique in the document. */
  id?: string
  /** "Table 3." is made of it. */
  number?: number
  caption?: S['inline'][]
  columns: {
    alignment: Alignment /** Share of the width; left out, the content decides. */
    width?: number
  }[]
  head: Cell<S>[][]
  rows: Row<S>[]
  /** Printed beneath: source line or note. */
  note?: S['inline'][]
}

export interface Row<S extends Stage = Numbered> {
  cells: Cell<S>[]
  /** A `group` row heads the rows under it and stays with them; a `total` row is tinted. */
  role?: 'group' | 'total'
  from?: TextPlace
}

export interface Cell<S extends Stage = Numbered> {
  content: S['inline'][]
  /** How many columns it spans; 1 if left out. */
  span?: number
  /** A row's own head, for screen readers. */
  isRowHead?: boolean
}

export interface Callout<S extends Stage = Numbered> extends Origin {
  type: 'callout'
  kind: 'summary' | 'note' | 'caution'
  title?: S['inline'][]
  blocks: S['block'][]
}

/** A region set in `count` columns of equal width, balanced where it ends. */
export interface Columns<S extends Stage = Numbered> extends Origin {
  type: 'columns'
  count: 1 | 2 | 3
  blocks: S['block'][]
}

export interface Quote<S extends Stage = Numbered> extends Origin {
  type: 'quote'
  blocks: S['block'][]
}

export interface Rule extends Origin {
  type: 'rule'
}

export interface PageBreak extends Origin {
  type: 'pageBreak'
}

export interface KeepTogether<S extends Stage = Numbered> extends Origin {
  type: 'keepTogether'
  blocks: S['block'][]
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
export interface Fields<S extends Stage = Numbered> extends Origin {
  type: 'fields'
  entries: { label: string; content: S['inline'][] }[]
}

/** A drawing made from records, with everything that a reader who cannot see it needs. */
export interface Figure<S extends Stage = Numbered> extends Origin {
  type: 'figure'
  /** The name that cross references lead to; unique in the document. */
  id: string
  /** "Figure 3." is made of it; only with a caption. */
  number?: number
  caption?: S['inline'][]
  /** What to draw: the spec of a kind in `figures/`, which its `type` names. */
  spec: { readonly type: string }
  /** What it shows, for who cannot see it. */
  alt: string
  /** Every datum of it, with status and sources. */
  table: Table<S>
  /** Printed beneath: source line or note. */
  note?: S['inline'][]
}

/** A picture of the workspace: its bytes are read where the document is drawn. */
export interface Image<S extends Stage = Numbered> extends Origin {
  type: 'image'
  /** The name that cross references lead to; unique in the document. */
  id: string
  /** "Figure 3." is made of it; images and figures count together. Only with a caption. */
  number?: number
  caption?: S['inline'][]
  /** Relative to the workspace, with `/`: `assets/logo.png`. Never leads out of it. */
  path: string
  /** What it shows, for who cannot see it; empty where it only decorates. */
  alt: string
  /** Share of the width of the text, above 0 up to 1; left out, its own size decides. */
  width?: number
  /** Printed beneath: source line or note. */
  note?: S['inline'][]
}

/** Pages set landscape; before and after it new pages begin. In a landscape document its blocks stand as they are. */
export interface Landscape<S extends Stage = Numbered> extends Origin {
  type: 'landscape'
  blocks: S['block'][]
}

/** Starts a page with its own heading of level 1: "Annex B. Title". */
export interface Appendix<S extends Stage = Numbered> extends Origin {
  type: 'appendix'
  id: string
  /** "Annex B"; "Annex" where the document has only one. */
  label: string
  title: S['inline'][]
  blocks: S['block'][]
}

/** The contents: headings and appendices in reading order. The layout adds the page of each. */
export interface Contents extends Origin {
  type: 'contents'
  /** The lowest level of heading that is listed; 2 if left out. */
  depth?: 1 | 2 | 3
  entries: { level: 1 | 2 | 3; id: string; content: Inline[] }[]
}

/** Figures or tables that have a number, in reading order. The layout adds the page of each. */
export interface FigureList extends Origin {
  type: 'figureList'
  of: 'figures' | 'tables'
  /** `label` is "Figure 3". */
  entries: { label: string; id: string; content: Inline[] }[]
}

/** Acronyms that the document spells out, in the order of the alphabet. */
export interface Glossary extends Origin {
  type: 'glossary'
  entries: { term: string; content: Inline[] }[]
}

export type Inline = Text | Citation | StatusMark | Link | Foreign | FootnoteMark | Reference | LineBreak

export interface Text extends Origin {
  type: 'text'
  text: string
  bold?: boolean
  italic?: boolean
  code?: boolean
  /** A line through it. */
  struck?: boolean
  /** Letters above or below the line: `n^os^`. Figures are the characters that Unicode has for them. */
  script?: 'raised' | 'lowered'
}

/** Superscript marks that lead to the source list. Ranges are joined when drawn: 3–5. */
export interface Citation {
  type: 'citation'
  numbers: number[]
}

export interface StatusMark {
  type: 'status'
  status: Status
  label: string
}

export interface Link<S extends Stage = Numbered> {
  type: 'link'
  address: string
  content: S['inline'][]
}

/** A stretch in another language than the document's. */
export interface Foreign<S extends Stage = Numbered> {
  type: 'foreign'
  language: string
  content: S['inline'][]
}

/** A raised mark that leads to the footnote of this number. */
export interface FootnoteMark {
  type: 'footnote'
  number: number
}

/** Leads to a heading, table, figure, image or appendix; `content` is "Figure 3" or the heading's text. */
export interface Reference<S extends Stage = Numbered> {
  type: 'reference'
  id: string
  content: S['inline'][]
}

export interface LineBreak {
  type: 'lineBreak'
}
