import {
  type BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'

/** The system's own dialogs over the window. Each gives nothing when it is cancelled, or when no window is there. */
export interface Ask {
  forFolder(options: OpenDialogOptions): Promise<string | undefined>
  forFile(options: OpenDialogOptions): Promise<string | undefined>
  whereToSave(options: SaveDialogOptions): Promise<string | undefined>
  /** The number of the button that was chosen. */
  question(options: MessageBoxOptions): Promise<number | undefined>
}

export function createAsk(currentWindow: () => BrowserWindow | undefined): Ask {
  async function open(options: OpenDialogOptions): Promise<string | undefined> {
    const window = currentWindow()
    const chosen = window && (await dialog.showOpenDialog(window, options))
    return chosen?.canceled ? undefined : chosen?.filePaths[0]
  }
  return {
    forFolder: (options) => open({ properties: ['openDirectory', 'createDirectory'], ...options }),
    forFile: (options) => open({ properties: ['openFile'], ...options }),
    async whereToSave(options) {
      const window = currentWindow()
      const chosen = window && (await dialog.showSaveDialog(window, options))
      return chosen?.canceled ? undefined : chosen?.filePath || undefined
    },
    async question(options) {
      const window = currentWindow()
      return window && (await dialog.showMessageBox(window, options)).response
    },
  }
}
