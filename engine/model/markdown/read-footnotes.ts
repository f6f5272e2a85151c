import type { FootnoteDefinition, Root } from 'mdast'
import { parseMarkdown } from './parse-markdown.js'

/** A footnote as it is written, and its index among the document's notes once a mark has called it. */
export interface Definition {
  node: FootnoteDefinition
  note?: number
}

export interface FootnoteScope {
  names: string[]
  /** Those that the text itself defines. */
  own: readonly Definition[]
  find: (identifier: string) => Definition | undefined
  /** Whether a definition only stands for one of the text around this one. */
  isStub: (node: FootnoteDefinition) => boolean
}

/**
 * Parses Markdown and gathers the footnotes that it defines. Those of `outer` can be called too: the text of a box
 * is parsed on its own, but its notes may be written beneath the document.
 */
export function readFootnotes(
  text: string,
  outer: FootnoteScope | undefined,
): { root: Root; footnotes: FootnoteScope } {
  // A mark is one only where the parser sees its definition, so those of `outer` are written out as stubs.
  const stubs = (outer?.names ?? []).map((name) => `\n\n[^${name}]: x`).join('')
  const root = parseMarkdown(text + stubs)
  const own = new Map<string, Definition>()
  const isStub = (node: FootnoteDefinition) =>
    (node.position?.start.offset ?? 0) >= text.length && stubs !== ''
  for (const node of root.children) {
    if (node.type === 'footnoteDefinition' && !isStub(node) && !own.has(node.identifier)) {
      own.set(node.identifier, { node })
    }
  }
  const find = (identifier: string) => own.get(identifier) ?? outer?.find(identifier)
  const names = [...new Set([...own.keys(), ...(outer?.names ?? [])])]
  return { root, footnotes: { names, own: [...own.values()], find, isStub } }
}
