import type * as mdast from 'mdast'
import type { Diagnostic, FilePlace, TextOrigin, TextPlace } from '../../base/index.js'
import type { DraftNote } from '../../document/index.js'
import type { Language } from '../../locale/index.js'
import { type MarkedText, placeIn, withoutPlaces } from '../../template/index.js'
import type { FootnoteScope } from './read-footnotes.js'

/** What Markdown is read with. */
export interface BlockContext {
  marked: MarkedText
  language: Language
  diagnostics: Diagnostic[]
  /** What the lines of the text are those of; left out for text that a template put together. */
  origin?: TextOrigin
  /** The text whose offsets the nodes have, with its marks. */
  source?: string
  /** Where in the template something is most likely written. */
  locate: (words: string) => TextPlace
  /** The footnotes met so far, which grow by those that a text calls. */
  notes: DraftNote[]
  /** The footnotes that can be called by name here. */
  footnotes?: FootnoteScope
}

/** Where a node that has `words` is written. */
export function placeOf(node: mdast.Node, words: string, context: BlockContext): TextPlace {
  return originOf(node, context).from ?? context.locate(words)
}

/** Where a node is written, where that is known. */
export function originOf(node: mdast.Node, context: BlockContext): { from?: TextPlace } {
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

/** Reports what no document can hold. */
export function refuse(
  node: mdast.Node,
  message: string,
  hints: string[],
  context: BlockContext,
  words: string,
): void {
  const at = placeOf(node, words, context)
  context.diagnostics.push({ severity: 'error', code: 'model/unsupported', message, hints, at })
}

/** Notes what is printed otherwise than it may be meant. */
export function warn(
  node: mdast.Node,
  code: string,
  message: string,
  hints: string[],
  context: BlockContext,
  words: string,
): void {
  context.diagnostics.push({
    severity: 'warning',
    code: `model/${code}`,
    message,
    hints,
    at: placeOf(node, words, context),
  })
}

/** A node as it is typed, without the marks of places. */
export function typedOf(node: mdast.Node, { source }: BlockContext): string | undefined {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  if (source === undefined || start === undefined || end === undefined) return undefined
  return source.slice(start, end)
}

export function firstLine(text: string): string {
  return withoutPlaces(text).split('\n')[0]?.slice(0, 40) ?? ''
}
