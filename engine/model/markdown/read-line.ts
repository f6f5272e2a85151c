import type * as mdast from 'mdast'
import type { DraftInline } from '../../document/index.js'
import { type BlockContext, originOf, placeOf, refuse, typedOf, warn } from './block-context.js'
import { type InlineContext, toInlines, trimInlines } from './read-inlines.js'

/** What stands in a line, with its footnotes put among those of the document. */
export function readLine(nodes: mdast.PhrasingContent[], context: BlockContext): DraftInline[] {
  const inner: InlineContext = {
    ...context,
    refuse: (node, message, hints, words) => refuse(node, message, hints, context, words),
    footnote: (node) => readFootnoteMark(node, context),
    placeOf: (node, words) => placeOf(node, words, context),
    typedOf: (node) => typedOf(node, context),
    warn: (node, code, message, hints, words) => warn(node, code, message, hints, context, words),
  }
  return toInlines(nodes, inner)
}

/** The note of a mark, put among the document's notes where it is first called. */
function readFootnoteMark(node: mdast.FootnoteReference, context: BlockContext): DraftInline[] {
  const definition = context.footnotes?.find(node.identifier)
  const mark = `[^${node.label ?? node.identifier}]`
  if (!definition) {
    refuse(node, `a footnote cannot stand in a footnote, found \`${mark}\``, [], context, mark)
    return []
  }
  definition.note ??= addNote(definition.node, context)
  return [{ type: 'footnote', note: definition.note }]
}

/** Its index among the notes. */
function addNote(node: mdast.FootnoteDefinition, context: BlockContext): number {
  const content: DraftInline[] = []
  for (const child of node.children) {
    if (child.type !== 'paragraph') {
      const hints = ['write it as text, or put it in the document']
      refuse(child, `a footnote holds only text, found ${child.type}`, hints, context, '[^')
      continue
    }
    const { footnotes: _, ...outside } = context
    if (content.length > 0) content.push({ type: 'lineBreak' })
    content.push(...trimInlines(readLine(child.children, outside)))
  }
  return context.notes.push({ content, ...originOf(node, context) }) - 1
}
