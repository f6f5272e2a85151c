import { buildLists, type FlatItem, numberOfMark } from './build-lists.js'
import type { Clean } from './pasted.js'
import { nextBeside, rename, styleOf, withClass } from './style-of.js'

/**
 * Word, on Windows and the Mac, and Outlook. It writes lists as paragraphs, says in `mso-…` styles what they are, and
 * keeps what was deleted, while changes are tracked, in the text.
 */
export const cleanWord: Clean = (document, leftOut) => {
  const { body } = document
  for (const gone of [...body.querySelectorAll('del'), ...withClass(body, 'msoDel')]) gone.remove()
  const styled = [...body.querySelectorAll('[style]')]
  for (const element of styled) {
    const kind = styleOf(element, 'mso-element')
    if (kind === 'comment') leftOut.comments++
    if (kind === 'comment-list' || kind === 'comment') element.remove()
    // Numbers of pages and the like are written out beside the instructions that make them.
    if (kind === 'field-begin') removeInstructions(element)
  }
  for (const mark of [...withClass(body, 'MsoCommentReference'), ...withClass(body, 'msocomanchor')])
    mark.remove()
  for (const title of withClass(body, 'MsoTitle')) rename(title, 'h1')
  for (const quote of [...withClass(body, 'MsoQuote'), ...withClass(body, 'MsoIntenseQuote')])
    if (quote.tagName === 'P') rename(quote, 'blockquote')
  for (const paragraph of body.querySelectorAll('p')) {
    const level = Number(styleOf(paragraph, 'mso-outline-level'))
    if (level >= 1 && level <= 6) rename(paragraph, `h${level}`)
  }
  nestLists(body)
}

/** What stands between the beginning of a field and its result; both are empty elements of one paragraph. */
function removeInstructions(begin: Element): void {
  const within: ChildNode[] = []
  for (let node = begin.nextSibling; node; node = node.nextSibling) {
    const kind = node.nodeType === 1 ? styleOf(node as Element, 'mso-element') : ''
    if (kind === 'field-separator' || kind === 'field-end') {
      for (const instruction of within) instruction.remove()
      return
    }
    within.push(node)
  }
}

function nestLists(body: Element): void {
  const paragraphs = [...body.querySelectorAll('[style*="mso-list"], [class*="MsoListParagraph"]')]
  const inLists = new Set(paragraphs.filter(({ tagName }) => /^(P|DIV|H[1-6])$/.test(tagName)))
  for (const first of inLists) {
    const items: FlatItem[] = []
    const taken: Element[] = []
    for (let next: Element | null = first; next && inLists.has(next); next = nextBeside(next)) {
      const item = readItem(next)
      const last = items.at(-1)
      if (item) items.push(item)
      // One more paragraph of the item before it.
      else if (last && !/^H\d/.test(next.tagName)) last.content.push(next.cloneNode(true))
      else break
      taken.push(next)
    }
    for (const element of taken) inLists.delete(element)
    if (items.length > 0) first.before(...buildLists(items, body.ownerDocument))
    if (items.length > 0) for (const element of taken) element.remove()
  }
}

/** A paragraph as an item; nothing where it only looks like one, or is a heading with a number. */
function readItem(paragraph: Element): FlatItem | undefined {
  const list = styleOf(paragraph, 'mso-list')
  const level = Number(/level(\d+)/.exec(list)?.[1])
  const mark = [...paragraph.querySelectorAll('span[style*="mso-list"]')].find(
    (span) => styleOf(span, 'mso-list') === 'ignore',
  )
  // A numbered heading keeps its number, which others may refer to.
  if (/^H\d/.test(paragraph.tagName) || !level) return undefined
  const text = mark?.textContent?.replace(/[\s\u00a0]+/g, '') ?? ''
  mark?.remove()
  const holder = paragraph.ownerDocument.createElement('p')
  holder.append(...paragraph.childNodes)
  return { level, number: numberOfMark(text), content: [holder] }
}
