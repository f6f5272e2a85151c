import { buildLists, type FlatItem } from './build-lists.js'
import type { Clean } from './pasted.js'
import { nextBeside, rename, withClass } from './style-of.js'

/**
 * Word in the browser. Each item is a list of its own, in a box of its own, and says at which level it stands; headings
 * are paragraphs with a role.
 */
export const cleanWordOnline: Clean = (document) => {
  const { body } = document
  for (const gone of withClass(body, 'TrackChangeTextDeletion')) gone.remove()
  for (const heading of body.querySelectorAll('p[role="heading"], div[role="heading"]')) {
    const level = Math.min(6, Math.max(1, Number(heading.getAttribute('aria-level')) || 1))
    rename(heading, `h${level}`)
  }
  for (const box of withClass(body, 'ListContainerWrapper')) box.replaceWith(...box.childNodes)
  const lists = new Set([...body.querySelectorAll('ul, ol')].filter(isFlat))
  for (const first of lists) {
    const taken: Element[] = []
    for (let next: Element | null = first; next && lists.has(next); next = nextBeside(next)) taken.push(next)
    for (const list of taken) lists.delete(list)
    first.before(...buildLists(taken.flatMap(readItems), document))
    for (const list of taken) list.remove()
  }
}

function isFlat(list: Element): boolean {
  return list.querySelector(':scope > li[data-aria-level]') !== null && !list.parentElement?.closest('ul, ol')
}

function readItems(list: Element): FlatItem[] {
  const start = Number(list.getAttribute('start')) || 1
  const items: FlatItem[] = []
  for (const node of [...list.childNodes]) {
    const item = node.nodeType === 1 && (node as Element).localName === 'li' ? (node as Element) : undefined
    const last = items.at(-1)
    if (!item && last) last.content.push(node)
    else
      items.push({
        level: Number(item?.getAttribute('data-aria-level')) || 1,
        number:
          list.tagName === 'OL'
            ? Number(item?.getAttribute('data-aria-posinset')) || start + items.length
            : undefined,
        content: item ? [...item.childNodes] : [node],
      })
  }
  return items
}
