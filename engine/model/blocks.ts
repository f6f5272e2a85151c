import type * as mdast from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Diagnostic, FilePlace, TextOrigin, TextPlace } from '../base/index.js'
import { nearest } from '../base/index.js'
import type {
  Alignment,
  DraftBlock,
  DraftCell,
  DraftInline,
  DraftNote,
  DraftRow,
  DraftTable,
  Paragraph,
} from '../document/index.js'
import { faultOfImage } from '../document/index.js'
import type { Language } from '../locale/index.js'
import { type Insert, type MarkedText, piecesOf, placeIn, withoutPlaces } from '../template/index.js'
import { type FootnoteScope, readFootnotes } from './footnotes.js'
import { decodeMarks, type InlineContext, isBlank, plainOf, toInlines, trimInlines } from './inlines.js'
import { parseLines } from './markdown.js'

export interface BlockContext {
  marked: MarkedText
  language: Language
  diagnostics: Diagnostic[]
  /** What the lines of the text are those of; left out for text that a template put together. */
  origin?: TextOrigin
  /** Where in the template something is most likely written. */
  locate: (words: string) => TextPlace
  /** The footnotes met so far, which grow by those that a text calls. */
  notes: DraftNote[]
  /** The footnotes that can be called by name here. */
  footnotes?: FootnoteScope
}

const directives = [
  'callout',
  'columns',
  'keepTogether',
  'landscape',
  'appendix',
  'pageBreak',
  'lead',
  'small',
  'centred',
] as const

/** Markdown with marks as blocks of the document. What the document cannot hold is reported and left out. */
export function toBlocks(text: string, context: BlockContext): DraftBlock[] {
  const { root, footnotes } = readFootnotes(text, context.footnotes)
  return convertAll(root.children, { ...context, footnotes })
}

function convert(
  node: mdast.RootContent | ContainerDirective | LeafDirective,
  context: BlockContext,
): DraftBlock[] {
  const from = originOf(node, context)
  switch (node.type) {
    case 'paragraph':
      return convertParagraph(node, context)
    case 'heading': {
      const content = inlinesOf(node.children, context)
      if (isBlank(content)) return []
      const level = Math.min(3, node.depth) as 1 | 2 | 3
      return [{ type: 'heading', level, content, ...from }]
    }
    case 'list':
      return [convertList(node, context)]
    case 'blockquote':
      return [{ type: 'quote', blocks: convertAll(node.children, context), ...from }]
    case 'thematicBreak':
      return [{ type: 'rule', ...from }]
    case 'table':
      return [convertTable(node, context)]
    case 'code':
      return [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: plainOf(node.value, context), code: true }],
          ...from,
        },
      ]
    case 'containerDirective':
    case 'leafDirective':
      return convertDirective(node, context)
    case 'html':
      // A comment is the author's note to themselves.
      if (/^<!--[\s\S]*-->$/.test(node.value.trim())) return []
      refuse(
        node,
        `found HTML \`${firstLine(node.value)}\`, which no document can hold`,
        ['write it in Markdown'],
        context,
        node.value,
      )
      return []
    case 'footnoteDefinition':
      // Converted where its mark stands.
      return []
    case 'definition':
      refuse(
        node,
        'a link is described apart from its text',
        ['write `[text](address)`'],
        context,
        `[${node.identifier}]`,
      )
      return []
    default:
      refuse(node, `found ${node.type}, which no document can hold`, [], context, '')
      return []
  }
}

function convertAll(nodes: mdast.RootContent[], context: BlockContext): DraftBlock[] {
  return nodes.flatMap((node) => convert(node, context))
}

/** A paragraph is cut where helpers put blocks into it. A picture alone in one stands on its own. */
function convertParagraph(node: mdast.Paragraph, context: BlockContext): DraftBlock[] {
  const [only, ...rest] = node.children
  if (only?.type === 'image' && rest.length === 0) return convertImage(only, context)
  const blocks: DraftBlock[] = []
  let line: DraftInline[] = []
  const from = originOf(node, context)
  const flush = () => {
    const content = trimInlines(line)
    if (!isBlank(content)) blocks.push({ type: 'paragraph', content, ...from })
    line = []
  }
  for (const child of node.children) {
    if (child.type !== 'text' || !/\ue002/.test(child.value)) {
      line.push(...inlinesOf([child], context, line.length > 0))
      continue
    }
    for (const piece of piecesOf(child.value)) {
      if (piece.type === 'block') {
        flush()
        const insert = context.marked.blocks[piece.index]
        if (insert) blocks.push(...placeInsert(insert, context))
      } else if (piece.type === 'inline') line.push(...(context.marked.inlines[piece.index] ?? []))
      else line.push(...inlinesOf([{ type: 'text', value: piece.text }], context, line.length > 0))
    }
  }
  flush()
  return blocks
}

function placeInsert(insert: Insert, context: BlockContext): DraftBlock[] {
  switch (insert.type) {
    case 'block':
      return [insert.block]
    case 'heading':
      return [
        {
          type: 'heading',
          level: insert.level,
          id: insert.id,
          content: insert.content,
          from: insert.from,
        },
      ]
    case 'landscape':
      return [{ type: 'landscape', blocks: toBlocks(insert.body, context), from: insert.from }]
    case 'appendix': {
      const { id, title, body, from } = insert
      return [{ type: 'appendix', id, title, blocks: toBlocks(body, context), from }]
    }
    case 'writtenTable':
      return [writeCells(insert.table, insert.cells, context)]
    case 'callout': {
      const { kind, title, body, from } = insert
      return [{ type: 'callout', kind, ...(title ? { title } : {}), blocks: toBlocks(body, context), from }]
    }
    case 'columns':
      return [
        { type: 'columns', count: insert.count, blocks: toBlocks(insert.body, context), from: insert.from },
      ]
    case 'keepTogether':
      return [{ type: 'keepTogether', blocks: toBlocks(insert.body, context), from: insert.from }]
    case 'styled':
      return withStyle(toBlocks(insert.body, context), insert.style)
    case 'captioned':
      return withCaption(toBlocks(insert.body, context), insert)
    case 'passage': {
      // Its footnotes are its own: two sections may both have a `[^1]`.
      const { footnotes: _, ...outside } = context
      return toBlocks(insert.body, { ...outside, origin: insert.origin })
    }
  }
}

function writeCells(table: DraftTable, cells: string[][], context: BlockContext): DraftTable {
  const rows = table.rows.map((row, index): DraftRow => {
    const written = cells[index]
    if (!written) return row
    return {
      ...row,
      cells: row.cells.map((cell, column) => ({
        ...cell,
        content: toLines(written[column] ?? '', table.from, context),
      })),
    }
  })
  return { ...table, rows }
}

/** A short text as the content of a cell; its paragraphs are set apart by line breaks. */
function toLines(text: string, from: TextPlace | undefined, context: BlockContext): DraftInline[] {
  const inside = { ...context, ...(from ? { locate: () => from } : {}) }
  // Indented text and the line ends around it come from how the template is written.
  const paragraphs = parseLines(text.trim()).children.flatMap((node): DraftInline[][] =>
    node.type === 'paragraph' ? [trimInlines(inlinesOf(node.children, inside))] : [],
  )
  return paragraphs.flatMap((content, index) =>
    index === 0 ? content : [{ type: 'lineBreak' as const }, ...content],
  )
}

function convertImage(node: mdast.Image, context: BlockContext): DraftBlock[] {
  const read = (text: string): string => plainOf(text, context)
  const path = read(decodeMarks(node.url))
  const fault = faultOfImage(path)
  if (fault) {
    refuse(node, fault.message, fault.hints, context, node.url)
    return []
  }
  const alt = read(node.alt ?? '').trim()
  if (alt === '') {
    refuse(
      node,
      `the picture \`${path}\` has no text for who cannot see it`,
      ['say what it shows: `![what it shows](path)`'],
      context,
      node.url,
    )
    return []
  }
  const caption = node.title ? inlinesOf([{ type: 'text', value: node.title }], context) : undefined
  return [{ type: 'image', path, alt, ...(caption ? { caption } : {}), ...originOf(node, context) }]
}

function withStyle(blocks: DraftBlock[], style: NonNullable<Paragraph['style']>): DraftBlock[] {
  return blocks.map((block) => (block.type === 'paragraph' ? { ...block, style } : block))
}

function withCaption(blocks: DraftBlock[], styling: Extract<Insert, { type: 'captioned' }>): DraftBlock[] {
  let isDone = false
  return blocks.map((block) => {
    if (block.type !== 'table' || isDone) return block
    isDone = true
    const table: DraftTable = {
      ...block,
      columns: block.columns.map((column, index) => {
        const width = styling.widths?.[index]
        return { alignment: styling.align?.[index] ?? column.alignment, ...(width ? { width } : {}) }
      }),
    }
    if (styling.id) table.id = styling.id
    if (styling.caption) table.caption = styling.caption
    if (styling.note) table.note = styling.note
    return table
  })
}

function convertList(node: mdast.List, context: BlockContext): DraftBlock {
  return {
    type: 'list',
    ordered: node.ordered ?? false,
    start: node.start ?? 1,
    items: node.children.map((item) => convertAll(item.children, context)),
    ...originOf(node, context),
  }
}

/** Cells of figures only are aligned by their decimals where the author asked for the right. */
function convertTable(node: mdast.Table, context: BlockContext): DraftTable {
  const [head, ...rows] = node.children
  const aligned: Record<string, Alignment> = { left: 'left', right: 'decimal', center: 'centre' }
  const columns = (head?.children ?? []).map((_, index) => ({
    alignment: aligned[node.align?.[index] ?? 'left'] ?? 'left',
  }))
  const contentsOf = (row: mdast.TableRow): DraftInline[][] =>
    row.children.map((cell) => trimInlines(inlinesOf(cell.children, context)))
  return {
    type: 'table',
    columns,
    head: head ? [contentsOf(head).map((content) => ({ content }))] : [],
    rows: rows.map((row): DraftRow => {
      const contents = contentsOf(row)
      // A bar too many at the end of a row makes a cell that says nothing.
      const said = contents.findLastIndex((content) => !isBlank(content)) + 1
      if (said > columns.length) refuseExtraCells(node, row, said, columns.length, context)
      return { cells: columns.map((_, index) => cellOf(contents[index] ?? [], index)) }
    }),
    ...originOf(node, context),
  }
}

function cellOf(content: DraftInline[], index: number): DraftCell {
  return index === 0 ? { content, isRowHead: true } : { content }
}

function refuseExtraCells(
  table: mdast.Table,
  row: mdast.TableRow,
  found: number,
  expected: number,
  context: BlockContext,
): void {
  context.diagnostics.push({
    severity: 'error',
    code: 'model/extra-cells',
    message: `this row has ${found} cells, its head has ${expected}`,
    hints: ['add a heading cell for it', 'a `|` that belongs to the text is written `\\|`'],
    at: originOf(row, context).from ?? originOf(table, context).from ?? context.locate('|'),
  })
}

function convertDirective(node: ContainerDirective | LeafDirective, context: BlockContext): DraftBlock[] {
  const attributes = node.attributes ?? {}
  const from = originOf(node, context).from ?? context.locate(`:::${node.name}`)
  const blocks =
    node.type === 'containerDirective' ? convertAll(node.children as mdast.RootContent[], context) : []
  switch (node.name as (typeof directives)[number]) {
    case 'callout': {
      const kind = attributes.kind ?? 'note'
      if (kind !== 'summary' && kind !== 'note' && kind !== 'caution') {
        refuse(
          node,
          `found the kind \`${kind}\`, expected \`summary\`, \`note\` or \`caution\``,
          [],
          context,
          `kind=${kind}`,
        )
        return []
      }
      const title = attributes.title
        ? inlinesOf([{ type: 'text', value: attributes.title }], context)
        : undefined
      return [{ type: 'callout', kind, ...(title ? { title } : {}), blocks, from }]
    }
    case 'columns': {
      const count = Number(attributes.count ?? 2)
      if (count !== 1 && count !== 2 && count !== 3) {
        refuse(node, `found \`${attributes.count}\` columns, expected 1, 2 or 3`, [], context, ':::columns')
        return []
      }
      return [{ type: 'columns', count, blocks, from }]
    }
    case 'keepTogether':
      return [{ type: 'keepTogether', blocks, from }]
    case 'landscape':
      return [{ type: 'landscape', blocks, from }]
    case 'appendix': {
      const title = inlinesOf([{ type: 'text', value: attributes.title ?? '' }], context)
      return [{ type: 'appendix', id: attributes.id ?? undefined, title, blocks, from }]
    }
    case 'pageBreak':
      return [{ type: 'pageBreak', from }]
    case 'lead':
    case 'small':
    case 'centred':
      return withStyle(blocks, node.name as 'lead' | 'small' | 'centred')
    default: {
      const guess = nearest(node.name, directives)
      refuse(
        node,
        `no directive \`${node.name}\``,
        guess ? [`did you mean \`${guess}\`?`] : [`there are: ${directives.join(', ')}`],
        context,
        `:${node.name}`,
      )
      return []
    }
  }
}

function inlinesOf(nodes: mdast.PhrasingContent[], context: BlockContext, isWithin = false): DraftInline[] {
  const inner: InlineContext = {
    ...context,
    refuse: (node, message, hints, words) => refuse(node, message, hints, context, words),
    footnote: (node) => convertFootnote(node, context),
    placeOf: (node, words) => placeOf(node, words, context),
  }
  return toInlines(nodes, inner, isWithin)
}

/** The note of a mark, put among the document's notes where it is first called. */
function convertFootnote(node: mdast.FootnoteReference, context: BlockContext): DraftInline[] {
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
    content.push(...trimInlines(inlinesOf(child.children, outside)))
  }
  return context.notes.push({ content, ...originOf(node, context) }) - 1
}

function placeOf(node: mdast.Node, words: string, context: BlockContext): TextPlace {
  return originOf(node, context).from ?? context.locate(words)
}

function originOf(node: mdast.Node, context: BlockContext): { from?: TextPlace } {
  const { position } = node
  if (!context.origin) {
    const from = firstPlace(node)
    return from ? { from } : {}
  }
  if (!position) return {}
  return {
    from: {
      ...context.origin,
      line: position.start.line,
      column: position.start.column,
      endLine: position.end.line,
      endColumn: position.end.column,
    },
  }
}

/** Where the first words of a node are written, in text that a template put together. */
function firstPlace(node: mdast.Node & { value?: string; children?: mdast.Node[] }): FilePlace | undefined {
  if (node.value !== undefined) return placeIn(node.value)
  for (const child of node.children ?? []) {
    const place = firstPlace(child)
    if (place) return place
  }
  return undefined
}

function refuse(
  node: mdast.Node,
  message: string,
  hints: string[],
  context: BlockContext,
  words: string,
): void {
  const at = placeOf(node, words, context)
  context.diagnostics.push({ severity: 'error', code: 'model/unsupported', message, hints, at })
}

function firstLine(text: string): string {
  return withoutPlaces(text).split('\n')[0]?.slice(0, 40) ?? ''
}
