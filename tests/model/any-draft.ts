import fc from 'fast-check'
import type { Block, DraftBlock, DraftDocument, DraftInline } from '../../engine/document/index.js'

const at = { file: 'templates/any.hbs', line: 1, column: 1 }
const words = fc.constantFrom('North', 'Été à venir', 'sale', '—', '')
const id = fc.option(fc.constantFrom('north', 'South', 'all deals', '—', ''), { nil: undefined })
const sourceIds = fc.array(fc.constantFrom('press', 'mine', 'gazette', 'none'), {
  minLength: 1,
  maxLength: 3,
})
const noteCount = 3

const inlines: fc.Arbitrary<DraftInline[]> = fc.letrec<{ inlines: DraftInline[] }>((tie) => ({
  inlines: fc.array(
    fc.oneof<fc.Arbitrary<DraftInline>[]>(
      { depthSize: 'small', withCrossShrink: true },
      words.map((text) => ({ type: 'text', text })),
      sourceIds.map((sources) => ({ type: 'citation', sources })),
      fc.constant({ type: 'status', status: 'disputed', label: 'disputed' }),
      fc.nat(noteCount - 1).map((note) => ({ type: 'footnote', note })),
      fc.constant({ type: 'lineBreak' }),
      tie('inlines').map((content) => ({ type: 'link', address: 'https://example.org', content })),
      tie('inlines').map((content) => ({ type: 'foreign', language: 'sw', content })),
      fc
        .record({
          id: fc.constantFrom('north', 'ete-a-venir', 'table-1', 'nowhere'),
          content: tie('inlines'),
        })
        .map((reference) => ({ type: 'reference', ...reference, at })),
    ),
    { maxLength: 3 },
  ),
})).inlines

const optional = fc.option(inlines, { nil: undefined })
const row = fc.array(inlines, { minLength: 2, maxLength: 2 })
const captioned = fc.record({ id, caption: optional, note: optional })
const table = fc
  .record({ captions: captioned, rows: fc.array(row, { maxLength: 3 }) })
  .map(({ captions, rows }) => ({
    type: 'table' as const,
    ...captions,
    columns: [{ alignment: 'left' as const }, { alignment: 'decimal' as const }],
    head: [[{ content: [] }, { content: [] }]],
    rows: rows.map((cells) => ({ cells: cells.map((content) => ({ content })) })),
  }))
const data = table.map(({ id: _, caption: __, note: ___, ...own }) => own)

/** One of each kind, so that none is left out. `inside` is what it holds. */
type Make = { [T in Block['type']]: (inside: fc.Arbitrary<DraftBlock[]>) => fc.Arbitrary<DraftBlock> }
const make: Make = {
  masthead: () =>
    fc
      .record({ title: inlines, subtitle: optional, particulars: fc.array(inlines, { maxLength: 2 }) })
      .map((own) => ({ type: 'masthead', kicker: 'Brief', ...own })),
  heading: () =>
    fc
      .record({ id, content: inlines, level: fc.constantFrom(1 as const, 2 as const, 3 as const) })
      .map((own) => ({ type: 'heading', ...own })),
  paragraph: () => inlines.map((content) => ({ type: 'paragraph', content })),
  list: (inside) =>
    fc.array(inside, { maxLength: 2 }).map((items) => ({ type: 'list', ordered: true, start: 1, items })),
  table: () => table,
  callout: (inside) =>
    fc.record({ title: optional, blocks: inside }).map((own) => ({ type: 'callout', kind: 'note', ...own })),
  columns: (inside) => inside.map((blocks) => ({ type: 'columns', count: 2, blocks })),
  quote: (inside) => inside.map((blocks) => ({ type: 'quote', blocks })),
  rule: () => fc.constant({ type: 'rule' }),
  pageBreak: () => fc.constant({ type: 'pageBreak' }),
  keepTogether: (inside) => inside.map((blocks) => ({ type: 'keepTogether', blocks })),
  sourceList: () => fc.constant({ type: 'sourceList' }),
  statusKey: () => fc.constant({ type: 'statusKey' }),
  fields: () => inlines.map((content) => ({ type: 'fields', entries: [{ label: 'For', content }] })),
  figure: () =>
    fc.record({ captions: captioned, data }).map(({ captions, data }) => ({
      type: 'figure',
      spec: { type: 'any' },
      alt: 'x',
      ...captions,
      table: data,
    })),
  image: () => captioned.map((own) => ({ type: 'image', path: 'assets/a.png', alt: 'x', ...own })),
  landscape: (inside) => inside.map((blocks) => ({ type: 'landscape', blocks })),
  appendix: (inside) =>
    fc.record({ id, title: inlines, blocks: inside }).map((own) => ({ type: 'appendix', ...own })),
  contents: () => fc.constantFrom(1 as const, 3 as const).map((depth) => ({ type: 'contents', depth })),
  figureList: () =>
    fc.constantFrom('figures' as const, 'tables' as const).map((of) => ({ type: 'figureList', of })),
  glossary: () => fc.constant({ type: 'glossary' }),
}

const blocks: fc.Arbitrary<DraftBlock[]> = fc.letrec<{ blocks: DraftBlock[] }>((tie) => {
  const inside = fc.oneof({ maxDepth: 2 }, fc.constant([]), tie('blocks')) as fc.Arbitrary<DraftBlock[]>
  return { blocks: fc.array(fc.oneof(...Object.values(make).map((one) => one(inside))), { maxLength: 8 }) }
}).blocks

/** A document of any blocks in any order; `again` is the block that stands in it a second time. */
export const anyDraft: fc.Arbitrary<DraftDocument> = fc
  .record({
    blocks,
    again: fc.nat(20),
    notes: fc.array(
      inlines.map((content) => ({ content: content.filter(({ type }) => type !== 'footnote') })),
      { minLength: noteCount, maxLength: noteCount },
    ),
    acronyms: fc.array(fc.tuple(words, inlines), { maxLength: 3 }),
  })
  .map(({ blocks, again, notes, acronyms }) => ({
    blocks: [...blocks, ...(blocks[again] ? [blocks[again]] : [])],
    notes,
    acronyms: new Map(acronyms),
  }))
