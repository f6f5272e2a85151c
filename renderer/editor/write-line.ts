import type { JSONContent } from '@tiptap/core'
import type * as mdast from 'mdast'
import { type FieldMarks, splitAtFields } from './template-fields.js'

/** A piece of a line and the styles it has, the outermost first. */
interface Piece {
  styles: Style[]
  isField?: boolean
  node: mdast.Text | mdast.InlineCode | mdast.Break | mdast.FootnoteReference
}

type Style =
  | { type: 'strong' }
  | { type: 'emphasis' }
  | { type: 'delete' }
  | { type: 'link'; url: string; title: string | undefined }

/**
 * A line of the editor, where each piece of text has its styles, as Markdown's tree, where styles hold text.
 * Spaces at its ends are left out, and those at the ends of a style stand beside it: Markdown has no other form for them.
 */
export function writeLine(content: JSONContent[] | undefined, marks: FieldMarks): mdast.PhrasingContent[] {
  const pieces = (content ?? []).flatMap((node) => piecesOf(node, marks))
  return nest(withoutStyledEdges(withoutSpacesAtLineEnds(withoutEdges(pieces))))
}

function piecesOf(node: JSONContent, marks: FieldMarks): Piece[] {
  const styles = stylesOf(node, marks)
  switch (node.type) {
    case 'text': {
      const text = node.text ?? ''
      if (node.marks?.some(({ type }) => type === 'code'))
        return [{ styles, node: { type: 'inlineCode', value: marks.hide(text).replaceAll('\n', ' ') } }]
      return splitAtFields(text.replace(/[ \t]*\n[ \t]*/g, '\n')).flatMap(({ text, isField }) =>
        isField ? [fieldPiece(text, styles, marks)] : textPieces(text, styles),
      )
    }
    case 'templateField':
      return [fieldPiece(String(node.attrs?.['source']), styles, marks)]
    case 'hardBreak':
      return [{ styles, node: { type: 'break' } }]
    case 'footnoteMark': {
      const label = String(node.attrs?.['label'])
      return [{ styles, node: { type: 'footnoteReference', identifier: label.toLowerCase(), label } }]
    }
    default:
      throw new Error(`a line holds \`${node.type}\`, which has no form in Markdown`)
  }
}

function fieldPiece(source: string, styles: Style[], marks: FieldMarks): Piece {
  return { styles, isField: true, node: { type: 'text', value: marks.hide(source) } }
}

function textPieces(text: string, styles: Style[]): Piece[] {
  return splitEdges(text).map((value) => ({ styles, node: { type: 'text', value } }))
}

/** In an order that is always the same, so that what goes on through several pieces is one. */
function stylesOf(node: JSONContent, marks: FieldMarks): Style[] {
  const markOf = (type: string) => node.marks?.find((mark) => mark.type === type)
  const link = markOf('link')
  return [
    ...(link
      ? [
          {
            type: 'link' as const,
            url: marks.hide(String(link.attrs?.['href'] ?? '')),
            title: link.attrs?.['title'] ?? undefined,
          },
        ]
      : []),
    ...(markOf('bold') ? [{ type: 'strong' as const }] : []),
    ...(markOf('italic') ? [{ type: 'emphasis' as const }] : []),
    ...(markOf('strike') ? [{ type: 'delete' as const }] : []),
  ]
}

/** A text without the spaces and the punctuation at its ends, which are pieces of their own. */
function splitEdges(text: string): string[] {
  const [, before = '', middle = '', after = ''] =
    /^([\s\p{P}\p{S}]*)(.*?)([\s\p{P}\p{S}]*)$/su.exec(text) ?? []
  const pieces = (edge: string) => edge.match(/\s+|\S+/g) ?? []
  return [...pieces(before), ...(middle === '' ? [] : [middle]), ...pieces(after)]
}

function isSpace({ node }: Piece): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

function withoutEdges(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => !isSpace(piece))
  return first < 0 ? [] : pieces.slice(first, pieces.findLastIndex((piece) => !isSpace(piece)) + 1)
}

/** Pieces of a style that Markdown could not end or begin where they stand lose it. */
function withoutStyledEdges(pieces: Piece[]): Piece[] {
  const kept = pieces.map((piece) => ({ ...piece, styles: [] as Style[] }))
  for (let start = 0; start < pieces.length; start++) {
    for (const style of pieces[start]?.styles ?? []) {
      if (hasStyle(pieces[start - 1], style)) continue
      let from = start
      let to = endOf(pieces, start, style)
      while (from < to && cannotStand(pieces[from], pieces[from - 1])) from++
      while (from < to && cannotStand(pieces[to - 1], pieces[to])) to--
      if (style.type !== 'link' && isPressed(pieces, from, to)) continue
      for (const piece of kept.slice(from, to)) piece.styles.push(style)
    }
  }
  return kept.map((piece, index) => ({
    ...piece,
    styles: pieces[index]?.styles.filter((style) => hasStyle(piece, style)) ?? [],
  }))
}

/** Without the spaces on both sides of the end of a line. */
function withoutSpacesAtLineEnds(pieces: Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const last = kept.at(-1)
    if (isSpace(piece) && endsLine(last) && piece.node.type !== 'break') continue
    if (last && endsLine(piece) && isSpace(last) && last.node.type !== 'break') kept.pop()
    kept.push(piece)
  }
  return kept
}

function endsLine(piece: Piece | undefined): boolean {
  if (!piece || !isSpace(piece)) return false
  return piece.node.type === 'break' || (piece.node.type === 'text' && piece.node.value.includes('\n'))
}

/**
 * Whether a style cannot end at a piece, with `neighbour` outside: at spaces; and beside a field, which Markdown takes
 * for a letter, at punctuation. (A real letter is then written as a number, which a field cannot be.)
 */
function cannotStand(piece: Piece | undefined, neighbour: Piece | undefined): boolean {
  if (!piece || isSpace(piece)) return true
  if (!neighbour?.isField) return false
  return piece.node.type === 'text' && !/[^\p{P}\p{S}]/u.test(piece.node.value)
}

/** Whether a style ends at a field beside another style: their marks, side by side, do not stand at a letter. */
function isPressed(pieces: Piece[], from: number, to: number): boolean {
  const [before, after] = [pieces[from - 1], pieces[to]]
  const touches = (inner: Piece | undefined, outer: Piece | undefined) =>
    outer && !isSpace(outer) && (inner?.isField || outer.isField)
  if (!touches(pieces[from], before) && !touches(pieces[to - 1], after)) return false
  const isStyled = (piece: Piece | undefined) => piece && !isSpace(piece) && piece.styles.length > 0
  if (isStyled(before) || isStyled(after)) return true
  return pieces.slice(from, to).some(({ node, styles }) => node.type !== 'text' || styles.length > 1)
}

function nest(pieces: Piece[]): mdast.PhrasingContent[] {
  const nodes: mdast.PhrasingContent[] = []
  for (let index = 0; index < pieces.length; ) {
    const { styles, node } = pieces[index] as Piece
    const ends = styles.map((style) => endOf(pieces, index, style))
    const end = Math.max(index + 1, ...ends)
    const outer = styles[ends.indexOf(end)]
    if (outer) {
      const within = pieces.slice(index, end).map((piece) => withoutStyle(piece, outer))
      nodes.push({ ...outer, children: nest(within) } as mdast.PhrasingContent)
    } else {
      const last = nodes.at(-1)
      if ((last?.type === 'text' || last?.type === 'inlineCode') && last.type === node.type)
        last.value += node.value
      else nodes.push({ ...node })
    }
    index = end
  }
  return nodes
}

/** Where the pieces that have `style` from `start` on end. */
function endOf(pieces: Piece[], start: number, style: Style): number {
  let end = start
  while (hasStyle(pieces[end], style)) end++
  return end
}

function hasStyle(piece: Piece | undefined, style: Style): boolean {
  return piece?.styles.some((one) => isSame(one, style)) ?? false
}

function withoutStyle(piece: Piece, style: Style): Piece {
  return { ...piece, styles: piece.styles.filter((one) => !isSame(one, style)) }
}

function isSame(one: Style, other: Style): boolean {
  if (one.type !== 'link' || other.type !== 'link') return one.type === other.type
  return one.url === other.url && one.title === other.title
}
