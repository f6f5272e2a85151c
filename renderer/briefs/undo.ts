import { activeEditor } from '../editor/active-editor.js'
import { redoSettings, undoSettings } from './use-open-brief.js'

/** The menu's undo: of the text or field that has the cursor, else of the settings. */
export function undo(): void {
  const editor = activeEditor()
  if (editor?.isFocused) editor.commands.undo()
  else if (isTyping()) document.execCommand('undo')
  else undoSettings()
}

export function redo(): void {
  const editor = activeEditor()
  if (editor?.isFocused) editor.commands.redo()
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
