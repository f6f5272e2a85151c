import type * as mdast from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { type Language, typeset } from '../locale/index.js'
import { type Draft, piecesOf } from '../template/index.js'
import type { Inline } from './nodes.js'

export interface InlineContext {
  draft: Draft
  language: Language
  refuse: (node: mdast.Node, message: string, hints: string[], words: string) => void
}

interface Style {
  bold?: boolean
  italic?: boolean
}

/** Marks in a line of Markdown become the nodes that they stand for. `isWithin` says that text goes before. */
export function toInlines(
  nodes: mdast.PhrasingContent[],
  context: InlineContext,
  isWithin = false,
): Inline[] {
  return convertAll(nodes, {}, context, isWithin)
}

function convertAll(
  nodes: readonly mdast.PhrasingContent[],
  style: Style,
  context: InlineContext,
  isWithin: boolean,
): Inline[] {
  const inlines: Inline[] = []
  for (const node of nodes) inlines.push(...convert(node, style, context, isWithin || inlines.length > 0))
  return inlines
}

function convert(
  node: mdast.PhrasingContent | TextDirective,
  style: Style,
  context: InlineContext,
  isWithin: boolean,
): Inline[] {
  switch (node.type) {
    case 'text':
      return convertText(node.value, style, context, isWithin)
    case 'strong':
      return convertAll(node.children, { ...style, bold: true }, context, isWithin)
    case 'emphasis':
      return convertAll(node.children, { ...style, italic: true }, context, isWithin)
    case 'inlineCode':
      return [{ type: 'text', text: plainOf(node.value, context), code: true, ...style }]
    case 'break':
      return [{ type: 'lineBreak' }]
    case 'link': {
      const address = plainOf(decodeMarks(node.url), context)
      const content = convertAll(node.children, style, context, isWithin)
      if (/^(https?:\/\/|mailto:)/i.test(address)) return [{ type: 'link', address, content }]
      context.refuse(
        node,
        `found the address \`${address}\`, expected one that begins with \`https://\` or \`mailto:\``,
        [],
        address,
      )
      return content
    }
    case 'textDirective': {
      // `ratio 3:one` is text; only blocks are directives.
      const label = node.children.length > 0 ? convertAll(node.children, style, context, true) : []
      const name: Inline = { type: 'text', text: `:${node.name}`, ...style }
      return label.length > 0
        ? [name, { type: 'text', text: '[' }, ...label, { type: 'text', text: ']' }]
        : [name]
    }
    case 'html':
      if (/^<!--[\s\S]*-->$/.test(node.value)) return []
      context.refuse(
        node,
        `found HTML \`${node.value}\`, which no document can hold`,
        ['write it in Markdown'],
        node.value,
      )
      return []
    case 'image':
    case 'imageReference':
      context.refuse(node, 'images cannot be printed yet', [], '![')
      return []
    case 'footnoteReference':
      context.refuse(
        node,
        'footnotes cannot be printed yet',
        ['put the note in the text, or cite a source'],
        `[^${node.identifier}]`,
      )
      return []
    case 'delete':
      context.refuse(node, 'struck-out text cannot be printed', [], '~~')
      return []
    case 'linkReference':
      return convertAll(node.children, style, context, isWithin)
    default:
      context.refuse(node, 'found something that no document can hold', [], '')
      return []
  }
}

function convertText(value: string, style: Style, context: InlineContext, isWithin: boolean): Inline[] {
  const inlines: Inline[] = []
  // A line end within a paragraph is a space.
  for (const piece of piecesOf(value.replace(/[ \t]*\n[ \t]*/g, ' '))) {
    if (piece.type === 'inline')
      inlines.push(...(context.draft.inlines[piece.index] ?? []).map((one) => styled(one, style)))
    else if (piece.type === 'text') {
      // What a text opens with is set by what went before it: `{{deal.stake}} ;`.
      const text = typeset(piece.text, context.language, isWithin || inlines.length > 0)
      inlines.push({ type: 'text', text, ...style })
    } else
      context.refuse(
        { type: 'text' } as mdast.Node,
        'a block stands inside a line',
        ['put the tag on a line of its own'],
        '',
      )
  }
  return inlines
}

function styled(inline: Inline, style: Style): Inline {
  if (inline.type === 'text') return { ...inline, ...style }
  if (inline.type === 'link' || inline.type === 'foreign') {
    return { ...inline, content: inline.content.map((one) => styled(one, style)) }
  }
  return inline
}

/** Marks in places that hold no nodes are replaced by their plain text. */
function plainOf(text: string, context: InlineContext): string {
  return piecesOf(text)
    .map((piece) => {
      if (piece.type === 'text') return piece.text
      return piece.type === 'inline' ? textOf(context.draft.inlines[piece.index] ?? []) : ''
    })
    .join('')
}

export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      return inline.type === 'link' || inline.type === 'foreign' ? textOf(inline.content) : ''
    })
    .join('')
}

/** An address may come back percent-encoded. */
function decodeMarks(address: string): string {
  return address.replace(/%EE%80%8([0-3])/gi, (_, digit: string) =>
    String.fromCharCode(0xe000 + Number(digit)),
  )
}

export function isBlank(inlines: readonly Inline[]): boolean {
  return inlines.every((inline) => inline.type === 'text' && inline.text.trim() === '')
}

/** Without spaces at both ends, and without empty text. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const kept = inlines.filter((inline) => inline.type !== 'text' || inline.text !== '')
  const trimmed = kept.map((inline, index) => {
    if (inline.type !== 'text') return inline
    let { text } = inline
    if (index === 0) text = text.replace(/^ +/, '')
    if (index === kept.length - 1) text = text.replace(/ +$/, '')
    return { ...inline, text }
  })
  return trimmed.filter((inline) => inline.type !== 'text' || inline.text !== '')
}
