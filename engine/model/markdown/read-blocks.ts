import type * as mdast from 'mdast'
import type { DraftBlock } from '../../document/index.js'
import { type BlockContext, firstLine, originOf, refuse, warn } from './block-context.js'
import { isTooMuch } from './is-too-much.js'
import { readDirective } from './read-directive.js'
import { type FootnoteScope, readFootnotes } from './read-footnotes.js'
import { isBlank, plainOf } from './read-inlines.js'
import { readLine } from './read-line.js'
import { readList } from './read-list.js'
import { readParagraph } from './read-paragraph.js'
import { readTable } from './read-table.js'

type FlowNode = mdast.BlockContent | mdast.DefinitionContent

/** Markdown with marks as blocks of the document. What the document cannot hold is reported and left out. */
export function readBlocks(text: string, context: BlockContext): DraftBlock[] {
  const { root, footnotes } = readFootnotes(text, context.footnotes)
  if (isTooMuch(root, context)) return []
  const inside = { ...context, footnotes, source: text }
  const blocks = readNodes(root.children, inside)
  noteUncalled(footnotes, inside)
  return blocks
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
  footnoteDefinition: readDefinition,
  definition: refuseDefinition,
} satisfies {
  [T in FlowNode['type']]: (node: Extract<FlowNode, { type: T }>, context: BlockContext) => DraftBlock[]
}

function readHeading(node: mdast.Heading, context: BlockContext): DraftBlock[] {
  const content = readLine(node.children, context)
  if (isBlank(content)) return []
  if (node.depth > 3) {
    const message = `found a heading of level ${node.depth}, which is set as one of level 3, the lowest there is`
    warn(
      node,
      'heading-depth',
      message,
      ['write `###`, or bold text at the start of a paragraph'],
      context,
      '#',
    )
  }
  const level = Math.min(3, node.depth) as 1 | 2 | 3
  return [{ type: 'heading', level, content, ...originOf(node, context) }]
}

function readQuote(node: mdast.Blockquote, context: BlockContext): DraftBlock[] {
  return [{ type: 'quote', blocks: readNodes(node.children, context), ...originOf(node, context) }]
}

function readCode(node: mdast.Code, context: BlockContext): DraftBlock[] {
  const text = plainOf(node.value, context)
  const info = [node.lang, node.meta].filter(Boolean).join(' ')
  if (info) {
    const message = `found \`${info}\` after the marks of code, which is not printed`
    warn(node, 'code-language', message, ['leave it out, or put it on a line of its own'], context, info)
  }
  return [{ type: 'paragraph', content: [{ type: 'text', text, code: true }], ...originOf(node, context) }]
}

function refuseHtml(node: mdast.Html, context: BlockContext): DraftBlock[] {
  // A comment is the author's note to themselves.
  if (/^<!--[\s\S]*-->$/.test(node.value.trim())) return []
  const message = `found HTML \`${firstLine(node.value)}\`, which no document can hold`
  const hint = /^<br\s*\/?>/i.test(node.value)
    ? 'an empty line begins a paragraph; within one `<br>` breaks the line'
    : 'write it in Markdown'
  refuse(node, message, [hint], context, node.value)
  return []
}

/** A footnote is read where its mark stands, if it is one of the text itself. */
function readDefinition(node: mdast.FootnoteDefinition, context: BlockContext): DraftBlock[] {
  if (context.footnotes?.isStub(node) || context.footnotes?.find(node.identifier)?.node === node) return []
  const mark = `[^${node.label ?? node.identifier}]`
  const message = `the footnote \`${mark}\` is defined a second time, or inside a list or quote`
  refuse(node, message, ['define it once, on a line of its own at the left margin'], context, mark)
  return []
}

/** Footnotes of the text that no mark in it calls, nor in the boxes within it. */
function noteUncalled(footnotes: FootnoteScope, context: BlockContext): void {
  for (const { node, note } of footnotes.own) {
    if (note !== undefined) continue
    const mark = `[^${node.label ?? node.identifier}]`
    const hints = [`put \`${mark}\` where it belongs, or take it out`]
    warn(
      node,
      'uncalled-footnote',
      `nothing calls the footnote \`${mark}\`, and it is not printed`,
      hints,
      context,
      mark,
    )
  }
}

function refuseDefinition(node: mdast.Definition, context: BlockContext): DraftBlock[] {
  const hints = ['write `[text](address)`']
  refuse(node, 'a link is described apart from its text', hints, context, `[${node.identifier}]`)
  return []
}
