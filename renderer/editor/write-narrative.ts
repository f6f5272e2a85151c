import type { JSONContent } from '@tiptap/core'
import type * as mdast from 'mdast'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type ConstructName, type Options, toMarkdown } from 'mdast-util-to-markdown'
import { type FieldMarks, fieldMarks } from './template-fields.js'
import { writeLine } from './write-line.js'

/** Writes what the editor holds as Markdown that the engine reads as the same. What is empty is left out. */
export function writeNarrative(document: JSONContent): string {
  const marks = fieldMarks(JSON.stringify(document))
  const tree: mdast.Root = { type: 'root', children: writeBlocks(document.content, marks) }
  for (const markAddresses of gfmAutolinkLiteralFromMarkdown().transforms ?? []) markAddresses(tree)
  return marks.show(toMarkdown(tree, form).replace(lowered, '~$1~')).trim()
}

/** `CO~2~`, whose signs the writing of struck-out text would put backslashes before. */
const lowered = /(?<=[^\s~\\])\\~([\p{L}\p{N}+\-−=().,*′″]+)\\~(?!\\?~)/gu

/** Any letter may begin one, among them the mark of a field; a number is one only with what may follow a name. */
const directiveName = '(?=[A-Za-z\\uf000-\\uf8ff]|[^\\s[{]+[[{])'

const addresses: ConstructName[] = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'titleApostrophe',
  'titleQuote',
]

const form: Options = {
  bullet: '-',
  rule: '-',
  listItemIndent: 'one',
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    // Aligned, a word more in a cell would change every line of its table.
    gfmTableToMarkdown({ tablePipeAlign: false }),
    // Directives. Their own extension misses those after what is escaped itself, and escapes addresses.
    { unsafe: [{ atBreak: true, character: ':', after: ':' }] },
    {
      unsafe: [{ character: ':', after: directiveName, inConstruct: 'phrasing', notInConstruct: addresses }],
    },
    // `[^1]:` at the start of a line would be the note itself.
    { unsafe: [{ before: '\\]', character: ':', inConstruct: 'phrasing' }] },
  ],
}

function writeBlocks(nodes: JSONContent[] | undefined, marks: FieldMarks): mdast.RootContent[] {
  return (nodes ?? []).flatMap((node) => writeBlock(node, marks))
}

function writeBlock(node: JSONContent, marks: FieldMarks): mdast.RootContent[] {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'paragraph': {
      const children = writeLine(node.content, marks)
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading': {
      const children = writeLine(onOneLine(node.content), marks)
      return children.length > 0 ? [{ type: 'heading', depth: attrs['level'], children }] : []
    }
    case 'bulletList':
      return writeList({ ordered: false }, node, marks)
    case 'orderedList':
      return writeList({ ordered: true, start: attrs['start'] }, node, marks)
    case 'blockquote': {
      const children = writeBlocks(node.content, marks) as mdast.BlockContent[]
      return children.length > 0 ? [{ type: 'blockquote', children }] : []
    }
    case 'codeBlock':
      return [{ type: 'code', lang: attrs['language'], value: marks.hide(textOf(node)) }]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'table':
      return [writeTable(node, marks)]
    case 'footnote': {
      const label = String(attrs['label'])
      const children = writeBlocks(node.content, marks) as mdast.BlockContent[]
      return [{ type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children }]
    }
    default:
      throw new Error(`the editor holds \`${node.type}\`, which has no form in Markdown`)
  }
}

function writeList(
  kind: Pick<mdast.List, 'ordered' | 'start'>,
  node: JSONContent,
  marks: FieldMarks,
): mdast.List[] {
  const children = (node.content ?? []).map((item): mdast.ListItem => {
    const blocks = writeBlocks(item.content, marks) as mdast.BlockContent[]
    // What follows a paragraph needs a blank line before it, but for a list that does not open with a list.
    const spread = blocks.slice(1).some((one) => one.type !== 'list' || opensWithList(one))
    return { type: 'listItem', spread, children: blocks }
  })
  if (children.every((item) => item.children.length === 0)) return []
  return [{ type: 'list', ...kind, spread: children.some(({ spread }) => spread), children }]
}

function opensWithList(list: mdast.List): boolean {
  return list.children[0]?.children[0]?.type === 'list'
}

function writeTable(table: JSONContent, marks: FieldMarks): mdast.Table {
  const rows = table.content ?? []
  return {
    type: 'table',
    align: (rows[0]?.content ?? []).map(({ attrs }) => attrs?.['align'] ?? null),
    children: rows.map((row) => ({
      type: 'tableRow',
      children: (row.content ?? []).map((cell) => ({ type: 'tableCell', children: writeCell(cell, marks) })),
    })),
  }
}

function writeCell(cell: JSONContent, marks: FieldMarks): mdast.PhrasingContent[] {
  const content = (cell.content ?? []).flatMap((paragraph, index) => [
    ...(index > 0 ? [{ type: 'text', text: ' ' }] : []),
    ...(paragraph.content ?? []),
  ])
  return writeLine(onOneLine(content).map(withoutBackslashInCode), marks)
}

/** Heads and cells of Markdown are one line. */
function onOneLine(content: JSONContent[] | undefined): JSONContent[] {
  return (content ?? []).map((node) => {
    if (node.type === 'hardBreak') return { type: 'text', text: ' ' }
    return node.type === 'text' ? { ...node, text: node.text?.replaceAll('\n', ' ') } : node
  })
}

/** In the code of a cell every `\\|` is a bar, so one that has both is set as text. */
function withoutBackslashInCode(node: JSONContent): JSONContent {
  if (!node.text?.includes('\\')) return node
  return { ...node, marks: node.marks?.filter(({ type }) => type !== 'code') }
}

function textOf(node: JSONContent): string {
  return (node.content ?? []).map(({ text }) => text ?? '').join('')
}
