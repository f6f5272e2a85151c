import type { ClipboardEvent } from 'react'
import { labelNotes } from './label-notes.js'
import { narrativeMarkdown } from './narrative-markdown.js'
import { takeClipboard } from './take-clipboard.js'

/** Pastes what another program copied into a field of plain text, as the Markdown that the editor would keep of it. */
export function pasteAsMarkdown(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const taken = takeClipboard(event.clipboardData)
  if (taken === 'plain') return
  event.preventDefault()
  if (taken === 'refused') return
  const { value, selectionStart, selectionEnd } = event.currentTarget
  const labels = [...value.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => match[1] ?? '')
  const content = labelNotes(taken, labels).flat()
  const text = narrativeMarkdown({ type: 'doc', content })
  const isLine = content.length === 1 && content[0]?.type === 'paragraph'
  const before = isLine ? '' : gap(value.slice(0, selectionStart), /\n*$/)
  const after = isLine ? '' : gap(value.slice(selectionEnd), /^\n*/)
  // The one way in that the field's own undo knows of.
  document.execCommand('insertText', false, before + text + after)
}

/** What is lacking of an empty line between blocks and what stands beside them. */
function gap(beside: string, lineEnds: RegExp): string {
  if (beside.trim() === '') return ''
  return '\n'.repeat(Math.max(0, 2 - (lineEnds.exec(beside)?.[0].length ?? 0)))
}
