import { type Casebook, type CasebookRecord, findRecord, type Status, statuses } from '../casebook/index.js'
import { formatDate, type Language, phrase, statusLabels, textIn, typeset } from '../locale/index.js'
import { textOf } from './inlines.js'
import type { Block, Inline, SourceList } from './nodes.js'

/**
 * Gives numbers and names in reading order: sources by first use, tables that have a caption, ids of headings.
 * Then fills in the source list and the status key, which can stand before what they list.
 *
 * `cited` are the ids that the citations of `blocks` point at, by place from 1. The blocks are changed.
 * Gives the ids of the sources in their order.
 */
export function numberDocument(
  blocks: Block[],
  cited: readonly string[],
  casebook: Casebook,
  language: Language,
): string[] {
  const order: string[] = []
  const marks = new Set<Status>()
  const ids = new Set<string>()
  const lists: Block[] = []
  let tables = 0
  const seen = new WeakSet<object>()

  visitBlocks(blocks, (block) => {
    if (block.type === 'heading') block.id = uniqueId(textOf(block.content), ids)
    if (block.type === 'table' && block.caption) block.number = ++tables
    if (block.type === 'sourceList' || block.type === 'statusKey') lists.push(block)
    for (const inline of inlinesIn(block)) visitInline(inline)
  })
  for (const list of lists) {
    if (list.type === 'sourceList') list.entries = entriesOf(order, casebook, language)
    else if (list.type === 'statusKey') {
      list.entries = statuses
        .filter((status) => marks.has(status))
        .map((status) => ({ status, label: statusLabels[status][language] }))
    }
  }
  return order

  function visitInline(inline: Inline): void {
    // The same nodes can stand in two places, as when a narrative is printed twice.
    if (seen.has(inline)) return
    seen.add(inline)
    if (inline.type === 'status') marks.add(inline.status)
    if (inline.type === 'link' || inline.type === 'foreign') inline.content.forEach(visitInline)
    if (inline.type !== 'citation') return
    inline.numbers = inline.numbers
      .map((place) => cited[place - 1] ?? '')
      .map((id) => {
        const known = order.indexOf(id)
        return known >= 0 ? known + 1 : order.push(id)
      })
      .sort((one, other) => one - other)
  }
}

/** Every block in reading order, those that hold others before what they hold. */
export function visitBlocks(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block)
    if ('blocks' in block) visitBlocks(block.blocks, visit)
    if (block.type === 'list') for (const item of block.items) visitBlocks(item, visit)
  }
}

/** A block's own text in reading order. */
export function inlinesIn(block: Block): Inline[] {
  switch (block.type) {
    case 'masthead':
      return [...block.title, ...(block.subtitle ?? []), ...block.particulars.flat()]
    case 'heading':
    case 'paragraph':
      return block.content
    case 'callout':
      return block.title ?? []
    case 'table':
      return [
        ...(block.caption ?? []),
        ...block.head.flatMap((row) => row.flatMap((cell) => cell.content)),
        ...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content)),
        ...(block.note ?? []),
      ]
    case 'fields':
      return block.entries.flatMap((entry) => entry.content)
    default:
      return []
  }
}

function entriesOf(ids: string[], casebook: Casebook, language: Language): SourceList['entries'] {
  return ids.map((id, index) => {
    const record = findRecord(casebook, 'sources', id)
    return {
      number: index + 1,
      id,
      content: record ? describeSource(record, language) : [{ type: 'text', text: id }],
    }
  })
}

/** Publisher, *title*, date, address. A source without a title is known by its publisher and address. */
function describeSource(record: CasebookRecord, language: Language): Inline[] {
  const { publisher, title, published, url } = record.fields
  const words = (field: typeof publisher): string | undefined => {
    if (field?.kind !== 'text') return undefined
    const text = textIn(field.text, language)
    return typeset(text, language)
  }
  const parts: Inline[][] = []
  const publisherText = words(publisher)
  const titleText = words(title)
  const address = url?.kind === 'text' ? textIn(url.text, language) : undefined
  if (publisherText) parts.push([{ type: 'text', text: publisherText, from: record.at }])
  if (titleText) parts.push([{ type: 'text', text: titleText, italic: true, from: record.at }])
  if (!publisherText && !titleText) parts.push([{ type: 'text', text: record.id, from: record.at }])
  parts.push([
    {
      type: 'text',
      text: published?.kind === 'date' ? formatDate(published.date, language) : phrase('no-date', language),
      from: record.at,
    },
  ])
  if (address) {
    const shown: Inline = {
      type: 'text',
      text: printedAddress(address),
    }
    parts.push(/^https?:\/\//.test(address) ? [{ type: 'link', address, content: [shown] }] : [shown])
  }
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ type: 'text' as const, text: ', ' }, ...part],
  )
}

/** Longer than this nobody types an address from paper. */
const typeableLength = 44

/**
 * An address for paper: without the protocol, and where it is too long to be typed the site alone; publisher,
 * title and date find the rest there. The link leads to the whole of it.
 */
function printedAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return bare.length <= typeableLength ? bare : `${bare.split('/')[0]}/…`
}

function uniqueId(text: string, taken: Set<string>): string {
  const base =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'section'
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}
