import type { Editor } from '@tiptap/core'
import { redoSettings, undoSettings } from '../briefs/use-open-brief.js'

let active: Editor | undefined

/** The editor that was written in last; the menu's undo goes to it while it has the cursor. */
export function setActiveEditor(editor: Editor | undefined): void {
  active = editor
}

export function undo(): void {
  if (active?.isFocused) active.commands.undo()
  else if (isTyping()) document.execCommand('undo')
  else undoSettings()
}

export function redo(): void {
  if (active?.isFocused) active.commands.redo()
  else if (isTyping()) document.execCommand('redo')
  else redoSettings()
}

/** A text field has an undo of its own, which the browser keeps. */
function isTyping(): boolean {
  return (
    document.activeElement instanceof HTMLInputElement ||
    document.activeElement instanceof HTMLTextAreaElement
  )
}
