import type { Diagnostic } from '../base/index.js'
import { type Casebook, findRecord } from '../casebook/index.js'
import type {
  Block,
  Contents,
  FigureList,
  Footnote,
  Glossary,
  Inline,
  SourceList,
  StatusKey,
} from '../document/index.js'
import { contentOf, inlinesIn, visitBlocks } from '../document/index.js'
import { type Language, statusLabels } from '../locale/index.js'
import type { MarkedText } from '../template/index.js'
import { type Status, statuses } from '../vocabulary/index.js'
import type { Note } from './blocks.js'
import { describeSource } from './describe-source.js'
import { fillOutlines, fillReferences, nameTargets } from './targets.js'

export interface Numbering {
  casebook: Casebook
  language: Language
  /** Ids of the sources that the citations point at, by place from 1. */
  cited: readonly string[]
  /** The notes that the footnote marks point at, by place from 1. */
  notes: readonly Note[]
  references: MarkedText['references']
  acronyms: MarkedText['acronyms']
  diagnostics: Diagnostic[]
}

/**
 * Gives numbers and names in reading order: sources and footnotes by first use, tables and figures that have a
 * caption, appendices, ids. Then fills in what can stand before what it lists: the source list, the status key,
 * contents, lists of figures, glossary, cross references.
 *
 * The blocks are changed. Gives the footnotes in their order.
 * Errors: `model/unknown-reference`, `model/duplicate-id`.
 */
export function numberDocument(blocks: Block[], numbering: Numbering): Footnote[] {
  const { casebook, language, cited, notes } = numbering
  const order: string[] = []
  const footnotes: Footnote[] = []
  const noteNumbers = new Map<number, number>()
  const marks = new Set<Status>()
  const targets = nameTargets(blocks, numbering)
  const lists: Block[] = []
  const seen = new WeakSet<object>()

  visitBlocks(blocks, (block) => {
    if (isFilledIn(block)) lists.push(block)
    for (const inline of inlinesIn(block)) visitInline(inline)
  })
  for (const list of lists) {
    if (list.type === 'sourceList') list.entries = entriesOf(order, casebook, language)
    else if (list.type === 'statusKey') {
      list.entries = statuses
        .filter((status) => marks.has(status))
        .map((status) => ({ status, label: statusLabels[status][language] }))
    } else if (list.type === 'glossary') list.entries = acronymsInOrder(numbering.acronyms)
  }
  fillOutlines(blocks, targets)
  fillReferences(targets, numbering)
  return footnotes

  function visitInline(inline: Inline): void {
    // The same nodes can stand in two places, as when a narrative is printed twice.
    if (seen.has(inline)) return
    seen.add(inline)
    if (inline.type === 'status') marks.add(inline.status)
    contentOf(inline).forEach(visitInline)
    if (inline.type === 'footnote') inline.number = numberOfNote(inline.number)
    if (inline.type !== 'citation') return
    inline.numbers = inline.numbers
      .map((place) => cited[place - 1] ?? '')
      .map((id) => {
        const known = order.indexOf(id)
        return known >= 0 ? known + 1 : order.push(id)
      })
      .sort((one, other) => one - other)
  }

  /** What a note cites is read where its mark stands. */
  function numberOfNote(place: number): number {
    const known = noteNumbers.get(place)
    if (known !== undefined) return known
    const number = footnotes.length + 1
    noteNumbers.set(place, number)
    const note = notes[place - 1] ?? { content: [] }
    footnotes.push({ ...note, number })
    note.content.forEach(visitInline)
    return number
  }
}

type FilledIn = SourceList | StatusKey | Glossary | Contents | FigureList

/** Whether a block says what stands elsewhere in the document. */
export function isFilledIn(block: Block): block is FilledIn {
  return (
    block.type === 'sourceList' ||
    block.type === 'statusKey' ||
    block.type === 'glossary' ||
    block.type === 'contents' ||
    block.type === 'figureList'
  )
}

/** By alphabet, without accents and case, the same on every system. */
function acronymsInOrder(acronyms: MarkedText['acronyms']): Glossary['entries'] {
  const key = (term: string) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return [...acronyms]
    .map(([term, content]) => ({ term, content: content.filter((one) => one.type !== 'citation') }))
    .sort((one, other) => (key(one.term) < key(other.term) ? -1 : 1))
}

function entriesOf(ids: string[], casebook: Casebook, language: Language): SourceList['entries'] {
  return ids.map((id, index) => {
    const record = findRecord(casebook, 'sources', id)
    return {
      number: index + 1,
      id,
      content: record
        ? describeSource(record, language, casebook.languages[0] ?? language)
        : [{ type: 'text', text: id }],
    }
  })
}
