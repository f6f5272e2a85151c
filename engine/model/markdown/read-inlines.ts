import type * as mdast from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { type TextPlace, unreachable } from '../../base/index.js'
import type { DraftInline, Text } from '../../document/index.js'
import { textOf } from '../../document/index.js'
import { isLanguageTag, type Language, languageOfRules } from '../../locale/index.js'
import { type MarkedText, piecesOf, placeIn, withoutPlaces } from '../../template/index.js'
import { leftMark } from './left-marks.js'
import { scriptsIn, withEscapes } from './scripts.js'

export interface InlineContext {
  marked: MarkedText
  language: Language
  refuse: (node: mdast.Node, message: string, hints: string[], words: string) => void
  /** The mark of a footnote, or nothing where it has been refused. */
  footnote: (node: mdast.FootnoteReference) => DraftInline[]
  /** Where a node that has `words` is written. */
  placeOf: (node: mdast.Node, words: string) => TextPlace
  /** A node as it is typed, where that is known. */
  typedOf: (node: mdast.Node) => string | undefined
  warn: (node: mdast.Node, code: string, message: string, hints: string[], words: string) => void
}

interface Style {
  script?: Text['script']
  bold?: boolean
  italic?: boolean
  struck?: boolean
}

/** Marks in a line of Markdown become the nodes that they stand for. */
export function toInlines(nodes: mdast.PhrasingContent[], context: InlineContext): DraftInline[] {
  return convertAll(nodes, {}, context)
}

function convertAll(
  nodes: readonly mdast.PhrasingContent[],
  style: Style,
  context: InlineContext,
): DraftInline[] {
  const inlines: DraftInline[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as mdast.PhrasingContent
    const tag = node.type === 'html' ? scriptTags.get(node.value.toLowerCase()) : undefined
    const end = tag ? nodes.findIndex((one, at) => at > index && isTag(one, tag.close)) : -1
    if (tag && end > index) {
      inlines.push(...convertAll(nodes.slice(index + 1, end), { ...style, script: tag.script }, context))
      index = end
    } else inlines.push(...convert(node, style, context))
  }
  return inlines
}

/** Besides `^` and `~`, what HTML has for raised and lowered text, as other programs write it. */
const scriptTags: ReadonlyMap<string, { close: string; script: NonNullable<Text['script']> }> = new Map([
  ['<sup>', { close: '</sup>', script: 'raised' }],
  ['<sub>', { close: '</sub>', script: 'lowered' }],
])

function isTag(node: mdast.PhrasingContent, tag: string): boolean {
  return node.type === 'html' && node.value.toLowerCase() === tag
}

function convert(
  node: mdast.PhrasingContent | TextDirective,
  style: Style,
  context: InlineContext,
): DraftInline[] {
  switch (node.type) {
    case 'text':
      noteLeftMark(node, context)
      return convertText(node.value, style, context, context.typedOf(node))
    case 'strong':
      return convertAll(node.children, { ...style, bold: true }, context)
    case 'emphasis':
      return convertAll(node.children, { ...style, italic: true }, context)
    case 'inlineCode':
      return [{ type: 'text', text: plainOf(node.value, context), code: true, ...style }]
    case 'break':
      return [{ type: 'lineBreak' }]
    case 'link': {
      const address = plainOf(decodeMarks(node.url), context)
      if (node.title) {
        const message = `a link prints no title, found \`${withoutPlaces(node.title)}\``
        context.warn(node, 'link-title', message, ['put it in the text, or take it out'], address)
      }
      const content = convertAll(node.children, style, context)
      if (/^(https?:\/\/|mailto:)/i.test(address)) return [{ type: 'link', address, content }]
      if (address.startsWith('#')) {
        const id = address.slice(1)
        return [{ type: 'reference', id, content, at: context.placeOf(node, address) }]
      }
      context.refuse(
        node,
        `found the address \`${address}\`, expected one that begins with \`https://\` or \`mailto:\``,
        ['for a place in this document write `#` and its id'],
        address,
      )
      return content
    }
    case 'textDirective': {
      if (node.name === 'lang') return convertForeign(node, style, context)
      // `ratio 3:one` is text; other directives are blocks.
      const label = node.children.length > 0 ? convertAll(node.children, style, context) : []
      const name = nameAsText(node.name, style, context)
      const braces = convertText(bracesOf(node, context), style, context)
      return label.length > 0
        ? [...name, { type: 'text', text: '[' }, ...label, { type: 'text', text: ']' }, ...braces]
        : [...name, ...braces]
    }
    case 'html':
      if (/^<!--[\s\S]*-->$/.test(node.value)) return []
      if (/^<br\s*\/?>$/i.test(node.value)) return [{ type: 'lineBreak' }]
      context.refuse(
        node,
        `found HTML \`${withoutPlaces(node.value)}\`, which no document can hold`,
        [/^<\/?su[bp]>$/i.test(node.value) ? 'write `10^6^` or `CO~2~`' : 'write it in Markdown'],
        node.value,
      )
      return []
    case 'image':
    case 'imageReference':
      context.refuse(node, 'a picture stands inside a line', ['put it on a line of its own'], '![')
      return []
    case 'footnoteReference':
      return context.footnote(node)
    case 'delete':
      return convertAll(node.children, { ...style, struck: true }, context)
    case 'linkReference':
      return convertAll(node.children, style, context)
    default:
      return unreachable(node)
  }
}

/** What stands in braces after a word with a colon before it, which is no directive: `ratio:one{a}`. */
function bracesOf(node: TextDirective, context: InlineContext): string {
  const typed = context.typedOf(node)
  if (typed === undefined) return ''
  const label = node.children.at(-1)?.position?.end.offset
  const start = node.position?.start.offset ?? 0
  const rest = label === undefined ? typed.slice(1 + node.name.length) : typed.slice(label - start)
  const at = rest.indexOf('{')
  const brackets = node.children.length === 0 ? (/^\[\s*\]/.exec(rest)?.[0] ?? '') : ''
  return brackets + (at < 0 ? '' : rest.slice(at))
}

function noteLeftMark(node: mdast.Text, context: InlineContext): void {
  const typed = context.typedOf(node)
  const mark = typed === undefined ? undefined : leftMark(withoutPlaces(typed))
  if (mark === undefined) return
  const hints = [
    /[*_~`]/.test(mark)
      ? 'have the marks touch the words that they are for, with a space or punctuation outside them'
      : 'compare with the examples in the template guide',
    'write a backslash before a character that is meant as it is',
  ]
  const found = mark.includes('`') ? 'a backtick' : `\`${mark}\``
  context.warn(node, 'mark-left', `${found} means nothing here, and is printed as it is`, hints, mark)
}

/** A colon and what the parser took for a name after it, which may be the mark of a field: `Stake:{{deal.stake}}`. */
function nameAsText(name: string, style: Style, context: InlineContext): DraftInline[] {
  const isField = piecesOf(name).some(({ type }) => type !== 'text')
  if (!isField) return [{ type: 'text', text: `:${name}`, ...style }]
  return [{ type: 'text', text: ':', ...style }, ...convertText(name, style, context)]
}

/** `:lang[Assemblée nationale]{fr}`: words in another language, set by its rules. */
function convertForeign(node: TextDirective, style: Style, context: InlineContext): DraftInline[] {
  const [tag, ...more] = Object.keys(node.attributes ?? {})
  if (node.children.length === 0 || tag === undefined || more.length > 0 || !isLanguageTag(tag)) {
    const found = tag === undefined ? 'no language' : [tag, ...more].map((one) => `\`${one}\``).join(' and ')
    context.refuse(
      node,
      node.children.length === 0
        ? 'found `:lang` without words in brackets'
        : `found ${found} after \`:lang[…]\`, expected the code of one language`,
      ['write `:lang[words]{fr}`'],
      ':lang',
    )
    return convertAll(node.children, style, context)
  }
  const isOwn = tag.split('-')[0]?.toLowerCase() === context.language
  const language = isOwn ? context.language : languageOfRules(tag)
  const content = convertAll(node.children, style, { ...context, language })
  return isOwn ? content : [{ type: 'foreign', language: tag, content }]
}

function convertText(value: string, style: Style, context: InlineContext, typed?: string): DraftInline[] {
  const inlines: DraftInline[] = []
  const from = placeIn(value)
  // A line end within a paragraph is a space.
  for (const piece of piecesOf(withEscapes(value, typed).replace(/[ \t]*\n[ \t]*/g, ' '))) {
    if (piece.type === 'inline')
      inlines.push(...(context.marked.inlines[piece.index] ?? []).map((one) => styled(one, style)))
    else if (piece.type === 'text') {
      const undefinedNote = /\[\^([^\s\]]+)\]/.exec(piece.text)
      if (undefinedNote) {
        const [mark, id] = undefinedNote
        const hint = `define it on a line of its own: \`[^${id}]: …\``
        context.refuse({ type: 'text' } as mdast.Node, `no footnote \`${mark}\``, [hint], mark)
      }
      for (const part of scriptsIn(piece.text)) inlines.push({ type: 'text', ...part, ...style, from })
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

/** In a style, all of it that is text. */
export function styled(inline: DraftInline, style: Style): DraftInline {
  switch (inline.type) {
    case 'text':
      return { ...inline, ...style }
    case 'link':
    case 'foreign':
    case 'reference':
      return { ...inline, content: inline.content.map((one) => styled(one, style)) }
    case 'citation':
    case 'status':
    case 'footnote':
    case 'lineBreak':
      return inline
    default:
      return unreachable(inline)
  }
}

/** Marks in places that hold no nodes are replaced by their plain text. */
export function plainOf(text: string, context: Pick<InlineContext, 'marked'>): string {
  return piecesOf(text)
    .map((piece) => {
      if (piece.type === 'text') return piece.text
      return piece.type === 'inline' ? textOf(context.marked.inlines[piece.index] ?? []) : ''
    })
    .join('')
}

/** An address may come back percent-encoded. */
export function decodeMarks(address: string): string {
  return address.replace(/%EE%80%8([0-3])/gi, (_, digit: string) =>
    String.fromCharCode(0xe000 + Number(digit)),
  )
}

export function isBlank(inlines: readonly DraftInline[]): boolean {
  return inlines.every((inline) => inline.type === 'text' && inline.text.trim() === '')
}

/** Without spaces at both ends, and without empty text. */
export function trimInlines(inlines: readonly DraftInline[]): DraftInline[] {
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
