import type { JSONContent } from '@tiptap/core'
import { MarkdownManager } from '@tiptap/markdown'
import { narrativeExtensions } from './narrative-extensions.js'

let manager: MarkdownManager | undefined

function markdown(): MarkdownManager {
  manager ??= new MarkdownManager({ extensions: narrativeExtensions() })
  return manager
}

/** A document of the editor as the Markdown that a brief keeps; empty when nothing is written. */
export function narrativeMarkdown(document: JSONContent): string {
  return markdown()
    .serialize(document)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export function narrativeDocument(text: string): JSONContent {
  return markdown().parse(text)
}

/**
 * Whether the editor would keep this text if it were opened and saved. Tables, directives and the like, written
 * by hand in the file, it does not know; such a section is edited as plain text instead, so nothing is lost.
 */
export function survivesEditing(text: string): boolean {
  // The editor takes a directive within a line for typed words, and would write its brackets as such.
  if (/:\w+\[/.test(text)) return false
  return fold(narrativeMarkdown(narrativeDocument(text))) === fold(text)
}

/** What must not change: everything but the ways in which Markdown writes the same thing. */
function fold(text: string): string {
  return (
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/\s/g, '')
      // A backslash before these changes nothing that is not seen otherwise; before a colon it undoes a directive.
      .replace(/\\(?=[\\`*_[\]~.)+=-])/g, '')
      .replace(/[*_+-]/g, '')
  )
}

/** How many words a reader counts: fields as one, marks of Markdown as none. */
export function countWords(text: string): number {
  const words = text.replace(/\{\{[^{}]*\}\}/g, 'field').match(/[\p{L}\p{N}][^\s]*/gu)
  return words?.length ?? 0
}
