import type { TextPlace } from '../base/index.js'
import type {
  Appendix,
  Callout,
  Cell,
  Columns,
  Contents,
  Fields,
  Figure,
  FigureList,
  Footnote,
  Foreign,
  Glossary,
  Heading,
  Image,
  KeepTogether,
  Landscape,
  LineBreak,
  Link,
  List,
  Masthead,
  PageBreak,
  Paragraph,
  Quote,
  Reference,
  Row,
  Rule,
  SourceList,
  Stage,
  StatusKey,
  StatusMark,
  Table,
  Text,
} from './nodes.js'

/**
 * The document before it is numbered: the same nodes, less what only the whole of it can tell. A citation names its
 * sources, a footnote mark its note, and what can be referred to has the id that its author gave it, if any.
 */
export interface Drafted extends Stage {
  block: DraftBlock
  inline: DraftInline
}

export type DraftBlock =
  | Masthead<Drafted>
  | DraftHeading
  | Paragraph<Drafted>
  | List<Drafted>
  | DraftTable
  | Callout<Drafted>
  | Columns<Drafted>
  | Quote<Drafted>
  | Rule
  | PageBreak
  | KeepTogether<Drafted>
  | DraftSourceList
  | DraftStatusKey
  | Fields<Drafted>
  | DraftFigure
  | DraftImage
  | Landscape<Drafted>
  | DraftAppendix
  | DraftContents
  | DraftFigureList
  | DraftGlossary

export type DraftHeading = Omit<Heading<Drafted>, 'id'> & OwnId
export type DraftCell = Cell<Drafted>
export type DraftRow = Row<Drafted>
export type DraftTable = Omit<Table<Drafted>, 'number'>
export type DraftFigure = Omit<Figure<Drafted>, 'id' | 'number' | 'table'> & OwnId & { table: DraftTable }
export type DraftImage = Omit<Image<Drafted>, 'id' | 'number'> & OwnId
export type DraftAppendix = Omit<Appendix<Drafted>, 'id' | 'label'> & OwnId
export type DraftSourceList = Omit<SourceList, 'entries'>
export type DraftStatusKey = Omit<StatusKey, 'entries'>
export type DraftContents = Omit<Contents, 'entries'>
export type DraftFigureList = Omit<FigureList, 'entries'>
export type DraftGlossary = Omit<Glossary, 'entries'>

interface OwnId {
  /** As its author gave it. */
  id?: string
}

export type DraftInline =
  | Text
  | DraftCitation
  | StatusMark
  | Link<Drafted>
  | Foreign<Drafted>
  | DraftFootnoteMark
  | DraftReference
  | LineBreak

export interface DraftCitation {
  type: 'citation'
  /** Ids of source records. */
  sources: string[]
}

export interface DraftFootnoteMark {
  type: 'footnote'
  /** Index in the document's notes. */
  note: number
}

/** Without content it says what it leads to in that one's own words. */
export interface DraftReference extends Reference<Drafted> {
  /** Where it is written. */
  at: TextPlace
}

export type DraftNote = Omit<Footnote<Drafted>, 'number'>

/** All that is said, and nothing that is counted. */
export interface DraftDocument {
  blocks: DraftBlock[]
  notes: DraftNote[]
  /** Acronyms that have been spelled out, for the glossary. */
  acronyms: ReadonlyMap<string, DraftInline[]>
}
