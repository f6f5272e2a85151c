import type { DraftBlock, DraftInline } from './draft-nodes.js'
import type { Block, Inline, Stage, Table } from './nodes.js'

/** What a block says itself, in reading order, and then the blocks that it holds. */
interface Parts<S extends Stage> {
  inlines?: S['inline'][]
  blocks?: S['block'][]
}

type AnyInline = Inline | DraftInline

interface AnyStage extends Stage {
  block: Block | DraftBlock
  inline: AnyInline
}

type AnyBlock<T extends Block['type']> = Extract<Block | DraftBlock, { type: T }>

/** Every kind of block, so that a new one cannot be passed over. What is filled in from elsewhere is said there. */
const partsOf = {
  masthead: ({ title, subtitle = [], particulars }) => ({
    inlines: [...title, ...subtitle, ...particulars.flat()],
  }),
  heading: ({ content }) => ({ inlines: content }),
  paragraph: ({ content }) => ({ inlines: content }),
  list: ({ items }) => ({ blocks: items.flat() }),
  table: (table) => ({ inlines: inlinesOfTable(table) }),
  callout: ({ title, blocks }) => ({ inlines: title, blocks }),
  columns: ({ blocks }) => ({ blocks }),
  quote: ({ blocks }) => ({ blocks }),
  rule: () => ({}),
  pageBreak: () => ({}),
  keepTogether: ({ blocks }) => ({ blocks }),
  sourceList: () => ({}),
  statusKey: () => ({}),
  fields: ({ entries }) => ({ inlines: entries.flatMap(({ content }): AnyInline[] => content) }),
  figure: ({ caption = [], table, note = [] }) => ({
    inlines: [...caption, ...inlinesOfTable(table), ...note],
  }),
  image: ({ caption = [], note = [] }) => ({ inlines: [...caption, ...note] }),
  landscape: ({ blocks }) => ({ blocks }),
  appendix: ({ title, blocks }) => ({ inlines: title, blocks }),
  contents: () => ({}),
  figureList: () => ({}),
  glossary: () => ({}),
} satisfies { [T in Block['type']]: (block: AnyBlock<T>) => Parts<AnyStage> }

/** Every block in reading order, those that hold others before what they hold. */
export function visitBlocks<B extends Block | DraftBlock>(
  blocks: readonly B[],
  visit: (block: B) => void,
): void {
  for (const block of blocks) {
    visit(block)
    visitBlocks(blocksIn(block), visit)
  }
}

/** The blocks that stand directly in another, of its own stage. */
export function blocksIn<B extends Block | DraftBlock>(block: B): B[] {
  return (look(block).blocks ?? []) as B[]
}

/** A block's own text in reading order. */
export function inlinesIn(block: Block): Inline[]
export function inlinesIn(block: DraftBlock): DraftInline[]
export function inlinesIn(block: Block | DraftBlock): AnyInline[] {
  return look(block).inlines ?? []
}

function look(block: Block | DraftBlock): Parts<AnyStage> {
  return (partsOf[block.type] as (block: Block | DraftBlock) => Parts<AnyStage>)(block)
}

function inlinesOfTable({
  caption = [],
  head,
  rows,
  note = [],
}: Pick<Table<AnyStage>, 'caption' | 'head' | 'rows' | 'note'>) {
  const cells = [...head.flat(), ...rows.flatMap((row) => row.cells)]
  return [...caption, ...cells.flatMap(({ content }) => content), ...note]
}
