import type { JSONContent } from '@tiptap/core'
import type * as mdast from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { parseMarkdown } from '../../engine/model/index.js'
import { fieldMarks, splitAtFields } from './template-fields.js'

/** A text as a document of the editor, and whether the editor has a place for all of it. */
export interface ReadNarrative {
  document: JSONContent
  isWhole: boolean
}

interface Reading {
  /** Words of the tree with their fields back in place. */
  show(text: string): string
  /** How a node is written. */
  sourceOf(node: mdast.Node): string
  /** Told of what the editor has no place for; it stands in the document as it is written. */
  onUnknown(): void
}

type Mark = NonNullable<JSONContent['marks']>[number]

/** Reads Markdown as the engine does, with the same parser, so that the editor shows what the page will. */
export function readNarrative(text: string): ReadNarrative {
  const marks = fieldMarks(text)
  const hidden = marks.hide(text)
  let isWhole = true
  const reading: Reading = {
    show: marks.show,
    sourceOf: ({ position }) => marks.show(hidden.slice(position?.start.offset, position?.end.offset)),
    onUnknown() {
      isWhole = false
    },
  }
  const tree = parseMarkdown(hidden)
  if (hasBracketedNumbers(tree, reading)) isWhole = false
  const content = readOutermost(tree.children, reading)
  return {
    document: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
    isWhole,
  }
}

/** The editor numbers with full stops, and with brackets only to tell a list from the one before it. */
function hasBracketedNumbers(parent: mdast.Nodes, reading: Reading): boolean {
  if (!('children' in parent)) return false
  return parent.children.some((node, index) => {
    const before = parent.children[index - 1]
    const isSecond = before?.type === 'list' && before.ordered
    if (node.type === 'list' && node.ordered && !isSecond && /^\d+\)/.test(reading.sourceOf(node)))
      return true
    return hasBracketedNumbers(node, reading)
  })
}

/** Notes stand outside everything else: the engine finds them nowhere but there. */
function readOutermost(nodes: readonly mdast.RootContent[], reading: Reading): JSONContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'footnoteDefinition') return readBlock(node, reading)
    const content = readBlocks(node.children, reading)
    if (content.some(({ type }) => type !== 'paragraph')) return unknownBlock(node, reading)
    return [{ type: 'footnote', attrs: { label: node.label ?? node.identifier }, content: orEmpty(content) }]
  })
}

function readBlocks(nodes: readonly mdast.RootContent[], reading: Reading): JSONContent[] {
  return nodes.flatMap((node) => readBlock(node, reading))
}

function readBlock(node: mdast.RootContent, reading: Reading): JSONContent[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: readLine(node.children, [], reading) }]
    case 'heading': {
      if (node.depth > 3) return unknownBlock(node, reading)
      const content = readLine(node.children, [], reading)
      return [{ type: 'heading', attrs: { level: node.depth }, content }]
    }
    case 'list':
      return [readList(node, reading)]
    case 'blockquote':
      return [{ type: 'blockquote', content: orEmpty(readBlocks(node.children, reading)) }]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'code': {
      if (node.meta) return unknownBlock(node, reading)
      const text = reading.show(node.value)
      const content = text === '' ? [] : [{ type: 'text', text }]
      return [{ type: 'codeBlock', attrs: { language: node.lang ?? null }, content }]
    }
    case 'table':
      return [readTable(node, reading)]
    default:
      return unknownBlock(node, reading)
  }
}

function readList(node: mdast.List, reading: Reading): JSONContent {
  const content = node.children.map((item): JSONContent => {
    const blocks = readBlocks(item.children, reading)
    // The box of a task is nothing that the engine or the editor knows.
    if (typeof item.checked === 'boolean') reading.onUnknown()
    const first = blocks[0]?.type === 'paragraph' ? [] : [{ type: 'paragraph' }]
    return { type: 'listItem', content: [...first, ...blocks] }
  })
  if (!node.ordered) return { type: 'bulletList', content }
  return { type: 'orderedList', attrs: { start: node.start ?? 1 }, content }
}

function readTable(node: mdast.Table, reading: Reading): JSONContent {
  const width = Math.max(...node.children.map((row) => row.children.length))
  const content = node.children.map((row, index): JSONContent => {
    const type = index === 0 ? 'tableHeader' : 'tableCell'
    const cells = Array.from({ length: width }, (_, column): JSONContent => {
      const content = readLine(row.children[column]?.children ?? [], [], reading)
      const attrs = { align: node.align?.[column] ?? null }
      return { type, attrs, content: [{ type: 'paragraph', content }] }
    })
    return { type: 'tableRow', content: cells }
  })
  return { type: 'table', content }
}

function unknownBlock(node: mdast.RootContent, reading: Reading): JSONContent[] {
  reading.onUnknown()
  const text = reading.sourceOf(node)
  return text === '' ? [] : [{ type: 'paragraph', content: textPieces(text, []) }]
}

function readLine(
  nodes: readonly (mdast.PhrasingContent | TextDirective)[],
  marks: Mark[],
  reading: Reading,
): JSONContent[] {
  return nodes.flatMap((node) => readInline(node, marks, reading))
}

function readInline(
  node: mdast.PhrasingContent | TextDirective,
  marks: Mark[],
  reading: Reading,
): JSONContent[] {
  const within = (mark: Mark, children: readonly mdast.PhrasingContent[]) =>
    readLine(children, [...marks, mark], reading)
  switch (node.type) {
    case 'text':
      return textPieces(reading.show(node.value), marks)
    case 'strong':
      return within({ type: 'bold' }, node.children)
    case 'emphasis':
      return within({ type: 'italic' }, node.children)
    case 'delete':
      return within({ type: 'strike' }, node.children)
    case 'inlineCode':
      return [{ type: 'text', text: reading.show(node.value), ...styled([...marks, { type: 'code' }]) }]
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'link':
      // Without words of its own it prints what it leads to, which no words of the editor can stand for.
      if (node.children.length === 0) return unknownInline(node, marks, reading)
      return within(
        { type: 'link', attrs: { href: reading.show(node.url), title: node.title ?? null } },
        node.children,
      )
    case 'footnoteReference':
      return [{ type: 'footnoteMark', attrs: { label: node.label ?? node.identifier }, ...styled(marks) }]
    case 'textDirective':
      // In `ratio 3:one` the parser sees a directive, and the engine text.
      if (reading.sourceOf(node) === `:${reading.show(node.name)}`)
        return textPieces(reading.sourceOf(node), marks)
      return unknownInline(node, marks, reading)
    default:
      return unknownInline(node, marks, reading)
  }
}

function unknownInline(
  node: mdast.PhrasingContent | TextDirective,
  marks: Mark[],
  reading: Reading,
): JSONContent[] {
  reading.onUnknown()
  return textPieces(reading.sourceOf(node), marks)
}

function textPieces(text: string, marks: Mark[]): JSONContent[] {
  return splitAtFields(text).map(({ text, isField }) =>
    isField
      ? { type: 'templateField', attrs: { source: text }, ...styled(marks) }
      : { type: 'text', text, ...styled(marks) },
  )
}

/** Nothing where there are none, as the editor writes it. */
function styled(marks: Mark[]): { marks?: Mark[] } {
  return marks.length > 0 ? { marks } : {}
}

/** What must hold a block, with an empty one where it holds none. */
function orEmpty(content: JSONContent[]): JSONContent[] {
  return content.length > 0 ? content : [{ type: 'paragraph' }]
}
