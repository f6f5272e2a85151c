import type { Editor } from '@tiptap/core'
import { narrativeDocument } from './narrative-markdown.js'

let follows = false

/** Whether the cursor goes where the text changes next, as it does when a change is taken back. */
export function followNextChange(doesFollow: boolean): void {
  follows = doesFollow
}

/**
 * Shows a text that came from elsewhere. Only the stretch that differs is put in place, so that the cursor stays in the
 * words that it was in. Tells nobody of a change.
 */
export function takeOver(editor: Editor, text: string): void {
  const { schema, doc } = editor.state
  const parsed = schema.nodeFromJSON({ type: 'doc', ...narrativeDocument(text) })
  const next = parsed.childCount > 0 ? parsed : schema.topNodeType.createAndFill()
  const start = next && doc.content.findDiffStart(next.content)
  const ends = next && doc.content.findDiffEnd(next.content)
  if (!next || start === null || start === undefined || !ends) return
  // The same letters at both ends of what differs are counted once.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const [end, nextEnd] = [ends.a + overlap, ends.b + overlap]
  const { tr } = editor.state
  tr.replace(start, end, next.slice(start, nextEnd)).setMeta('preventUpdate', true)
  if (tr.doc.eq(next)) editor.view.dispatch(tr)
  else editor.commands.setContent(next.toJSON(), { emitUpdate: false })
  if (follows && editor.isFocused) editor.chain().setTextSelection(nextEnd).scrollIntoView().run()
}
