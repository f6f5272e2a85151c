import type { Editor } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { narrativeDocument } from './narrative-markdown.js'

let follows = false

/** Whether the cursor goes where the text changes next, as it does when a change is taken back. */
export function followNextChange(doesFollow: boolean): void {
  follows = doesFollow
}

/** Shows a text that came from elsewhere, and tells nobody of a change. */
export function takeOver(editor: Editor, text: string): void {
  const change = changeTo(editor.state, text)
  if (!change) return
  editor.view.dispatch(change.tr.setMeta('preventUpdate', true))
  if (follows && editor.isFocused) editor.chain().setTextSelection(change.end).scrollIntoView().run()
}

/**
 * The change that makes the editor's document say `text`, and where the stretch ends that it puts in; nothing where it
 * says that already. Only what differs is put in place, so that the cursor stays in the words that it was in.
 */
export function changeTo(state: EditorState, text: string): { tr: Transaction; end: number } | undefined {
  const { schema, doc, tr } = state
  const parsed = schema.nodeFromJSON({ type: 'doc', ...narrativeDocument(text) })
  const next = parsed.childCount > 0 ? parsed : schema.topNodeType.createAndFill()
  const start = next && doc.content.findDiffStart(next.content)
  const ends = next && doc.content.findDiffEnd(next.content)
  if (!next || start === null || start === undefined || !ends) return undefined
  // The same letters at both ends of what differs are counted once.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const [last, end] = [ends.a + overlap, ends.b + overlap]
  tr.replace(start, last, next.slice(start, end))
  if (tr.doc.eq(next)) return { tr, end }
  return { tr: state.tr.replaceWith(0, doc.content.size, next.content), end }
}
