import type * as mdast from 'mdast'
import type { DraftBlock } from '../../document/index.js'
import { type BlockContext, firstLine, originOf, refuse } from './block-context.js'
import { readDirective } from './read-directive.js'
import { readFootnotes } from './read-footnotes.js'
import { isBlank, plainOf } from './read-inlines.js'
import { readLine } from './read-line.js'
import { readList } from './read-list.js'
import { readParagraph } from './read-paragraph.js'
import { readTable } from './read-table.js'
import { isTooDeep } from './too-deep.js'

type FlowNode = mdast.BlockContent | mdast.DefinitionContent

/** Markdown with marks as blocks of the document. What the document cannot hold is reported and left out. */
export function readBlocks(text: string, context: BlockContext): DraftBlock[] {
  const { root, footnotes } = readFootnotes(text, context.footnotes)
  if (isTooDeep(root, context)) return []
  return readNodes(root.children, { ...context, footnotes })
}

export function readNodes(nodes: readonly mdast.RootContent[], context: BlockContext): DraftBlock[] {
  return nodes.flatMap((node) => {
    if (Object.hasOwn(readers, node.type)) return read(node as FlowNode, context)
    refuse(node, `found ${node.type}, which no document can hold`, [], context, '')
    return []
  })
}

function read(node: FlowNode, context: BlockContext): DraftBlock[] {
  return (readers[node.type] as (node: FlowNode, context: BlockContext) => DraftBlock[])(node, context)
}

/** How each kind of block that Markdown has is read. */
const readers = {
  paragraph: readParagraph,
  heading: readHeading,
  list: readList,
  blockquote: readQuote,
  thematicBreak: (node, context) => [{ type: 'rule', ...originOf(node, context) }],
  table: (node, context) => [readTable(node, context)],
  code: readCode,
  containerDirective: readDirective,
  leafDirective: readDirective,
  html: refuseHtml,
  // Read where its mark stands.
  footnoteDefinition: () => [],
  definition: refuseDefinition,
} satisfies {
  [T in FlowNode['type']]: (node: Extract<FlowNode, { type: T }>, context: BlockContext) => DraftBlock[]
}

function readHeading(node: mdast.Heading, context: BlockContext): DraftBlock[] {
  const content = readLine(node.children, context)
  if (isBlank(content)) return []
  const level = Math.min(3, node.depth) as 1 | 2 | 3
  return [{ type: 'heading', level, content, ...originOf(node, context) }]
}

function readQuote(node: mdast.Blockquote, context: BlockContext): DraftBlock[] {
  return [{ type: 'quote', blocks: readNodes(node.children, context), ...originOf(node, context) }]
}

function readCode(node: mdast.Code, context: BlockContext): DraftBlock[] {
  const text = plainOf(node.value, context)
  return [{ type: 'paragraph', content: [{ type: 'text', text, code: true }], ...originOf(node, context) }]
}

function refuseHtml(node: mdast.Html, context: BlockContext): DraftBlock[] {
  // A comment is the author's note to themselves.
  if (/^<!--[\s\S]*-->$/.test(node.value.trim())) return []
  const message = `found HTML \`${firstLine(node.value)}\`, which no document can hold`
  refuse(node, message, ['write it in Markdown'], context, node.value)
  return []
}

function refuseDefinition(node: mdast.Definition, context: BlockContext): DraftBlock[] {
  const hints = ['write `[text](address)`']
  refuse(node, 'a link is described apart from its text', hints, context, `[${node.identifier}]`)
  return []
}
