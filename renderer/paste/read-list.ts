import type { JSONContent } from '@tiptap/core'
import type { Place } from './flow.js'

type ReadBlocks = (nodes: Iterable<Node>, place: Place) => JSONContent[]

/** A list. One that stands beside its items, as Google Docs and Writer put it, belongs to the item before. */
export function readList(list: Element, place: Place, readBlocks: ReadBlocks): JSONContent[] {
  const items: JSONContent[][] = []
  for (const child of list.childNodes) {
    const isItem = child.nodeType === 1 && (child as Element).localName === 'li'
    const blocks = readBlocks(isItem ? child.childNodes : [child], place)
    if (isItem || items.length === 0) items.push(blocks)
    else items.at(-1)?.push(...blocks)
  }
  const content = items.filter((blocks) => blocks.length > 0).map(toItem)
  if (content.length === 0) return []
  if (list.localName !== 'ol') return [{ type: 'bulletList', content }]
  return [{ type: 'orderedList', attrs: { start: startOf(list) }, content }]
}

/** A heading within a list would be one of the document's, so it is a paragraph there. */
function toItem(blocks: JSONContent[]): JSONContent {
  const content = blocks.map((block) =>
    block.type === 'heading' ? { type: 'paragraph', content: block.content } : block,
  )
  return {
    type: 'listItem',
    content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
  }
}

function startOf(list: Element): number {
  const own = list.getAttribute('start') ?? list.querySelector(':scope > li')?.getAttribute('value') ?? '1'
  const start = Number.parseInt(own, 10)
  return start >= 0 && start < 1e9 ? start : 1
}
