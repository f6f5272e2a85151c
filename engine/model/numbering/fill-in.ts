import { type Casebook, findRecord } from '../../casebook/index.js'
import type {
  Contents,
  DraftBlock,
  DraftContents,
  DraftDocument,
  DraftFigureList,
  DraftHeading,
  DraftInline,
  FigureList,
  Glossary,
  Inline,
  SourceList,
  StatusKey,
} from '../../document/index.js'
import { statusLabels } from '../../locale/index.js'
import { statuses } from '../../vocabulary/index.js'
import { describeSource } from '../describe-source.js'
import type { Level } from './heading-levels.js'
import { type LineNumbering, numberLine, numberWords } from './number-inlines.js'
import type { Numbers } from './read-numbers.js'
import { typesetInlines } from './typeset-inlines.js'

/** All that a list of what stands elsewhere in the document may say. */
export interface Listing extends Numbers, LineNumbering, Pick<DraftDocument, 'acronyms'> {
  casebook: Casebook
  /** Of headings that are set at another level than they are written. */
  levels: ReadonlyMap<DraftBlock, Level>
}

/** The level that a heading is set at. */
export function levelOf(block: DraftHeading, { levels }: Listing): Level {
  return levels.get(block) ?? block.level
}

export function fillInSources(listing: Listing): SourceList['entries'] {
  const { sources, casebook, language } = listing
  return [...sources].map(([id, number]) => {
    const record = findRecord(casebook, 'sources', id)
    const content: DraftInline[] = record
      ? describeSource(record, language, casebook.languages[0] ?? language)
      : [{ type: 'text', text: id }]
    return { number, id, content: numberLine(content, listing) }
  })
}

export function fillInStatusKey({ marks, language }: Listing): StatusKey['entries'] {
  return statuses
    .filter((status) => marks.has(status))
    .map((status) => ({ status, label: statusLabels[status][language] }))
}

/** By alphabet, without accents and case, the same on every system. */
export function fillInGlossary(listing: Listing): Glossary['entries'] {
  const key = (term: string) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return [...listing.acronyms]
    .map(([term, content]) => ({
      term,
      content: numberLine(
        content.filter(({ type }) => type !== 'citation'),
        listing,
      ),
    }))
    .sort((one, other) => (key(one.term) < key(other.term) ? -1 : 1))
}

/** What comes after the contents, not what stands before. */
export function fillInContents(contents: DraftContents, listing: Listing): Contents['entries'] {
  const { targets, places } = listing
  const here = places.get(contents) ?? 0
  return [...targets.values()].flatMap(({ block, id, label }): Contents['entries'] => {
    if ((places.get(block) ?? 0) < here) return []
    if (block.type === 'appendix') {
      const title = numberWords(block.title, listing)
      const head: Inline[] = [{ type: 'text', text: label }]
      return [
        {
          level: 1,
          id,
          content: typesetInlines(
            title.length > 0 ? [...head, { type: 'text', text: '. ' }, ...title] : head,
            listing.language,
          ),
        },
      ]
    }
    if (block.type !== 'heading') return []
    const level = levelOf(block, listing)
    if (level > (contents.depth ?? 2)) return []
    return [{ level, id, content: wordsAsPrinted(block.content, listing) }]
  })
}

export function fillInFigureList({ of }: DraftFigureList, listing: Listing): FigureList['entries'] {
  return [...listing.targets.values()].flatMap(({ block, id, label }) => {
    if (block.type === 'heading' || block.type === 'appendix' || !block.caption) return []
    if ((block.type === 'table') !== (of === 'tables')) return []
    return [{ label, id, content: wordsAsPrinted(block.caption, listing) }]
  })
}

function wordsAsPrinted(inlines: readonly DraftInline[], listing: Listing): Inline[] {
  return typesetInlines(numberWords(inlines, listing), listing.language)
}
