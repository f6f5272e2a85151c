import type { Editor } from '@tiptap/core'

let active: Editor | undefined

/** The editor that was written in last. */
export function activeEditor(): Editor | undefined {
  return active
}

export function setActiveEditor(editor: Editor | undefined): void {
  active = editor
}
