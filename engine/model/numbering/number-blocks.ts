import { unreachable } from '../../base/index.js'
import type {
  Block,
  Cell,
  DraftBlock,
  Drafted,
  DraftInline,
  DraftTable,
  Inline,
  Table,
} from '../../document/index.js'
import { typeset } from '../../locale/index.js'
import {
  fillInContents,
  fillInFigureList,
  fillInGlossary,
  fillInSources,
  fillInStatusKey,
  type Listing,
  levelOf,
} from './fill-in.js'
import { numberLine } from './number-inlines.js'

export function numberBlocks(blocks: readonly DraftBlock[], numbering: Listing): Block[] {
  return blocks.flatMap((block) => numberBlock(block, numbering) ?? [])
}

/** Nothing for a list of which nothing came. */
function numberBlock(block: DraftBlock, numbering: Listing): Block | undefined {
  const target = numbering.targets.get(block)
  const id = target?.id ?? ''
  switch (block.type) {
    case 'rule':
    case 'pageBreak':
      return block
    case 'masthead': {
      const { kicker, title, subtitle, particulars } = block
      return {
        ...block,
        kicker: typeset(kicker, numbering.language),
        title: inlines(title),
        subtitle: subtitle && inlines(subtitle),
        particulars: particulars.map(inlines),
      }
    }
    case 'heading':
      return { ...block, id, level: levelOf(block, numbering), content: inlines(block.content) }
    case 'paragraph':
      return { ...block, content: inlines(block.content) }
    case 'list':
      return { ...block, items: block.items.map((item) => numberBlocks(item, numbering)) }
    case 'table':
      return { ...table(block), ...(target ? { id, number: target.number } : {}) }
    case 'callout':
      return { ...block, title: block.title && inlines(block.title), blocks: blocks(block) }
    case 'columns':
    case 'quote':
    case 'keepTogether':
    case 'landscape':
      return { ...block, blocks: blocks(block) }
    case 'appendix':
      return { ...block, id, label: target?.label ?? '', title: inlines(block.title), blocks: blocks(block) }
    case 'fields':
      return {
        ...block,
        entries: block.entries.map(({ label, content }) => ({
          label: typeset(label, numbering.language),
          content: inlines(content),
        })),
      }
    case 'figure':
      return {
        ...{ ...block, ...captioned(block), id, number: target?.number },
        ...{ alt: typeset(block.alt, numbering.language), table: table(block.table) },
      }
    case 'image':
      return {
        ...{ ...block, ...captioned(block), id, number: target?.number },
        alt: typeset(block.alt, numbering.language),
      }
    case 'sourceList':
      return unlessEmpty({ ...block, entries: fillInSources(numbering) })
    case 'statusKey':
      return unlessEmpty({ ...block, entries: fillInStatusKey(numbering) })
    case 'glossary':
      return unlessEmpty({ ...block, entries: fillInGlossary(numbering) })
    case 'contents':
      return unlessEmpty({ ...block, entries: fillInContents(block, numbering) })
    case 'figureList':
      return unlessEmpty({ ...block, entries: fillInFigureList(block, numbering) })
    default:
      return unreachable(block)
  }

  function inlines(drafted: readonly DraftInline[]): Inline[] {
    return numberLine(drafted, numbering)
  }

  function blocks(holder: { blocks: DraftBlock[] }): Block[] {
    return numberBlocks(holder.blocks, numbering)
  }

  function captioned({ caption, note }: { caption?: DraftInline[]; note?: DraftInline[] }) {
    return { caption: caption && inlines(caption), note: note && inlines(note) }
  }

  function table(drafted: DraftTable): Table {
    return {
      ...drafted,
      ...captioned(drafted),
      head: drafted.head.map(cells),
      rows: drafted.rows.map((row) => ({ ...row, cells: cells(row.cells) })),
    }
  }

  function cells(drafted: readonly Cell<Drafted>[]): Cell[] {
    return drafted.map((cell) => ({ ...cell, content: inlines(cell.content) }))
  }
}

function unlessEmpty<T extends { entries: unknown[] }>(list: T): T | undefined {
  return list.entries.length > 0 ? list : undefined
}
