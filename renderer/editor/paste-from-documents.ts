import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { insertPasted } from './insert-pasted.js'
import { takeClipboard } from './take-clipboard.js'

/**
 * Takes over what is pasted from other programs as HTML. Plain text, and what was copied in the editor itself, goes the
 * editor's own way.
 */
export const PasteFromDocuments = Extension.create({
  name: 'pasteFromDocuments',
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleDOMEvents: { paste: (view, event) => paste(view, event) } } }),
  ],
})

function paste(view: EditorView, event: ClipboardEvent): boolean {
  if (!event.clipboardData || view.composing || !view.editable) return false
  const taken = takeClipboard(event.clipboardData)
  const isInCode = view.state.selection.$from.parent.type.spec.code
  if (taken === 'plain' || (isInCode && taken !== 'refused')) return false
  event.preventDefault()
  if (taken === 'refused') return true
  view.dispatch(insertPasted(view.state, taken))
  return true
}
