import type { JSONContent } from '@tiptap/core'
import { addText, endLine, type Flow, newFlow, type Place } from './flow.js'
import { marksOf } from './marks-of.js'
import { raises } from './raised.js'
import { readList } from './read-list.js'
import { readTable } from './read-table.js'
import { styleOf } from './style-of.js'

/** The blocks of what stands in a node. Every text that is seen is in one of them, in order. */
export function readBlocks(nodes: Iterable<Node>, place: Place): JSONContent[] {
  const flow = newFlow()
  for (const node of nodes) readNode(node, flow, place)
  endLine(flow)
  return flow.blocks
}

function readNode(node: Node, flow: Flow, place: Place): void {
  if (node.nodeType === 3) addText(flow, (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' '), place)
  else if (node.nodeType === 1) readElement(node as Element, flow, place)
}

function readElement(element: Element, flow: Flow, around: Place): void {
  if (isHidden(element)) return
  const number = around.notes.get(element)
  if (number !== undefined) {
    flow.line.push({ type: 'footnoteMark', attrs: { label: String(number) } })
    return
  }
  const place = {
    ...around,
    marks: marksOf(element, around.marks),
    isRaised: raises(element) ?? around.isRaised,
  }
  const name = element.localName
  const children = element.childNodes
  if (readInline(element, flow, place)) return
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined
  if (!read && !isBlock(element)) {
    for (const child of children) readNode(child, flow, place)
    return
  }
  endLine(flow)
  if (read) flow.blocks.push(...read(element, place))
  else {
    for (const child of children) readNode(child, flow, place)
    endLine(flow)
  }
}

/** What stands in a line and is no text; gives whether it was that. */
function readInline(element: Element, flow: Flow, place: Place): boolean {
  const name = element.localName
  if (name === 'br') flow.line.push({ type: 'hardBreak' })
  else if (name === 'wbr') return true
  else if (pictures.has(name)) readPicture(element, flow, place)
  else if (name === 'input') readField(element, flow, place)
  else if (name === 'select') {
    const chosen = [...element.querySelectorAll('option[selected]')]
    const shown = chosen.length > 0 ? chosen : [...element.querySelectorAll('option')].slice(0, 1)
    addText(flow, shown.map(({ textContent }) => textContent?.trim()).join(', '), place)
  } else return false
  return true
}

const pictures = new Set([
  'img',
  'image',
  'svg',
  'canvas',
  'object',
  'embed',
  'video',
  'audio',
  'iframe',
  'shape',
])

/** A picture is not kept; what its author said that it shows stands in its place. */
function readPicture(element: Element, flow: Flow, place: Place): void {
  // A point of one dot holds a page together or tells a sender that it was read.
  if (element.getAttribute('width') === '1' && element.getAttribute('height') === '1') return
  place.leftOut.pictures++
  const title = element.localName === 'svg' ? element.querySelector('title')?.textContent : undefined
  const description = element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? title ?? ''
  // What Word guesses of a picture it says it guessed.
  const alt = description.split(/\r?\n/)[0]?.replace(/\s+/g, ' ').trim()
  if (alt) addText(flow, ` [${alt}] `, place)
}

function readField(element: Element, flow: Flow, place: Place): void {
  const type = element.getAttribute('type')?.toLowerCase() ?? 'text'
  if (/^(hidden|password|file|image|checkbox|radio|color|range)$/.test(type)) return
  addText(flow, element.getAttribute('value') ?? '', place)
}

type ReadBlock = (element: Element, place: Place) => JSONContent[]

/** Elements that are more than what stands in them. */
const readers: Record<string, ReadBlock> = {
  h1: readHeading,
  h2: readHeading,
  h3: readHeading,
  h4: readHeading,
  h5: readHeading,
  h6: readHeading,
  ul: (element, place) => readList(element, place, readBlocks),
  ol: (element, place) => readList(element, place, readBlocks),
  dir: (element, place) => readList(element, place, readBlocks),
  menu: (element, place) => readList(element, place, readBlocks),
  blockquote(element, place) {
    const content = readBlocks(element.childNodes, place)
    return content.length > 0 ? [{ type: 'blockquote', content }] : []
  },
  table: (element, place) => readTable(element as HTMLTableElement, place, readBlocks),
  hr: () => [{ type: 'horizontalRule' }],
  pre(element) {
    const text = (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n|\s+$/g, '')
    return text === '' ? [] : [{ type: 'codeBlock', content: [{ type: 'text', text }] }]
  },
}

/** Each line of a heading is one; what else stands in it comes after. That it is bold, a heading is of itself. */
function readHeading(element: Element, place: Place): JSONContent[] {
  const level = Number(element.localName[1])
  return readBlocks(element.childNodes, place).map((block) => {
    if (block.type !== 'paragraph') return block
    const content = block.content?.map((node) => {
      const marks = node.marks?.filter(({ type }) => type !== 'bold') ?? []
      return { ...node, marks: marks.length > 0 ? marks : undefined }
    })
    return { type: 'heading', attrs: { level }, content }
  })
}

const blockNames = new Set(
  (
    'address article aside body center dd details dialog div dl dt fieldset figcaption figure footer form header ' +
    'hgroup html legend li main nav optgroup option p section summary caption colgroup thead tbody tfoot tr td th'
  ).split(' '),
)

function isBlock(element: Element): boolean {
  return (
    blockNames.has(element.localName) ||
    /^(block|list-item|flex|grid|table)$/.test(styleOf(element, 'display'))
  )
}

const hiddenNames = new Set(
  'script style head title meta link template noscript base xml datalist rp col colgroup map area source track'.split(
    ' ',
  ),
)

/** What is not shown where it is copied. */
function isHidden(element: Element): boolean {
  return (
    hiddenNames.has(element.localName) ||
    element.hasAttribute('hidden') ||
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    styleOf(element, 'mso-hide') === 'all'
  )
}
