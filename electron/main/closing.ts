import type { BrowserWindow } from 'electron'
import type { Events } from '../contract/index.js'
import type { Ask } from './ask.js'
import type { Words } from './words.js'

/** How the window closes: at once, or after asking where something would be lost. */
export interface Closing {
  noteUnsaved(isUnsaved: boolean): void
  /** Without asking again. */
  closeWindow(): void
  /** Of the window's own `close`. */
  onClose(event: { preventDefault(): void }): void
}

export function createClosing(around: {
  ask: Ask
  say(): Words
  tell(name: 'menuChosen', event: Events['menuChosen']): void
  currentWindow(): Pick<BrowserWindow, 'close' | 'setDocumentEdited'> | undefined
}): Closing {
  let isUnsaved = false

  async function askFirst(): Promise<void> {
    const { save, dontSave, cancel, unsaved, unsavedDetail, unsavedTitle } = around.say()
    const answer = await around.ask.question({
      type: 'warning',
      title: unsavedTitle,
      message: unsaved,
      detail: unsavedDetail,
      buttons: [save, dontSave, cancel],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    })
    if (answer === 0) around.tell('menuChosen', 'save-and-close')
    if (answer === 1) closeWindow()
  }

  function closeWindow(): void {
    isUnsaved = false
    around.currentWindow()?.close()
  }

  return {
    noteUnsaved(value) {
      isUnsaved = value
      around.currentWindow()?.setDocumentEdited(value)
    },
    closeWindow,
    onClose(event) {
      if (!isUnsaved) return
      event.preventDefault()
      void askFirst()
    },
  }
}
