import type { FootnoteDefinition, Root } from 'mdast'
import { parseMarkdown } from './parse-markdown.js'

/** A footnote as it is written, and its index among the document's notes once a mark has called it. */
export interface Definition {
  node: FootnoteDefinition
  note?: number
}

export interface FootnoteScope {
  names: string[]
  find: (identifier: string) => Definition | undefined
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
  for (const node of root.children) {
    const isStub = (node.position?.start.offset ?? 0) >= text.length && stubs !== ''
    if (node.type === 'footnoteDefinition' && !isStub && !own.has(node.identifier)) {
      own.set(node.identifier, { node })
    }
  }
  const find = (identifier: string) => own.get(identifier) ?? outer?.find(identifier)
  return { root, footnotes: { names: [...new Set([...own.keys(), ...(outer?.names ?? [])])], find } }
}
