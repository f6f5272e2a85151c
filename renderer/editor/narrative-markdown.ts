import type { JSONContent } from '@tiptap/core'
import { readNarrative } from './read-narrative.js'
import { writeNarrative } from './write-narrative.js'

/** A document of the editor as the Markdown that a brief keeps; empty when nothing is written. */
export function narrativeMarkdown(document: JSONContent): string {
  return writeNarrative(document)
}

export function narrativeDocument(text: string): JSONContent {
  return readNarrative(text).document
}

/**
 * Whether the editor would keep this text if it were opened and saved. Directives, pictures and the like, written
 * by hand in the file, it does not know; such a section is edited as plain text instead, so nothing is lost.
 */
export function survivesEditing(text: string): boolean {
  const { document, isWhole } = readNarrative(text)
  if (!isWhole || escapedScript.test(text)) return false
  const again = readNarrative(writeNarrative(document)).document
  return JSON.stringify(again) === JSON.stringify(document)
}

/** Signs that would raise or lower what is between them but for a backslash, which the editor does not keep. */
const escapedScript = (() => {
  const words = '[\\p{L}\\p{N}+\\-−=().,*′″]+'
  const pair = (sign: string) => `(?:\\\\${sign}${words}\\\\?${sign}|${sign}${words}\\\\${sign})`
  return new RegExp(`${pair('\\^')}|(?<=[^\\s~\\\\])${pair('~')}(?!~)`, 'u')
})()

/** How many words a reader counts: fields as one, marks of Markdown as none. */
export function countWords(text: string): number {
  const words = text
    .replace(/\{\{[^{}]*\}\}/g, 'field')
    .replace(/\[\^[^\]\s]+\]:?/g, '')
    .match(/[\p{L}\p{N}][^\s]*/gu)
  return words?.length ?? 0
}
