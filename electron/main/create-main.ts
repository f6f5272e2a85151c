import { app, type BrowserWindow, nativeTheme, shell } from 'electron'
import type { PdfReader, RenderPool } from '../../host/index.js'
import type { Events, Settings } from '../contract/index.js'
import { createAsk } from './ask.js'
import type { Main } from './calls/index.js'
import { createClosing } from './closing.js'
import { openCurrentWorkspace } from './current-workspace.js'
import { createExportedFiles } from './exported-files.js'
import { showMenu } from './menu.js'
import type { SettingsStore } from './settings-file.js'
import { createWindowSettings } from './window-settings.js'
import { zoomWindow } from './window-zoom.js'
import { words } from './words.js'
import { hasFiles } from './workspace-session.js'

/** Workspaces that are remembered. */
const openedAtMost = 200

export interface Surroundings {
  appRoot: string
  settings: SettingsStore
  pool: RenderPool
  readPdf: PdfReader
  /** Of the program's own, for unsaved texts and the history. */
  documentsFolder: string
  /** The folder to start with. */
  workspace: string
  currentWindow(): BrowserWindow | undefined
}

/** Opens the workspace, puts the menu in place, and gives what the calls of the window work with. */
export async function createMain({ settings: store, currentWindow, ...around }: Surroundings): Promise<Main> {
  function tell<K extends keyof Events>(name: K, event: Events[K]): void {
    currentWindow()?.webContents.send(`event:${name}`, event)
  }

  function refreshMenu(current: Settings): void {
    showMenu(current, {
      choose: (command) => tell('menuChosen', command),
      openRecent: (file) => tell('briefChosen', file),
      changeSettings: settings.change,
      zoom: (step) => zoomWindow(currentWindow(), store, step),
    })
  }

  function noteOpened(folder: string): void {
    const { opened } = store.get()
    // One that could not be made was never open.
    const isWorkspace = opened.includes(folder) || hasFiles(folder)
    const others = opened.filter((one) => one !== folder)
    store.change({
      workspace: folder,
      opened: isWorkspace ? [folder, ...others].slice(0, openedAtMost) : opened,
    })
  }

  const workspace = await openCurrentWorkspace(around.workspace, around, {
    filesChanged: () => tell('workspaceChanged', null),
    documentChanged: (state) => tell('documentChanged', state),
    isAutosaving: (folder) => !store.get().savedByHand.includes(folder),
    wasOpen: (folder) => store.get().opened.includes(folder),
    takenUp(folder) {
      noteOpened(folder)
      refreshMenu(settings.current())
    },
  })
  const settings = createWindowSettings(
    store,
    {
      folder: () => workspace.session().folder,
      systemLanguage: () => (app.getLocale().startsWith('fr') ? 'fr' : 'en'),
    },
    (current) => {
      nativeTheme.themeSource = current.theme
      workspace.documents().setAutosaving(current.autosaves)
      refreshMenu(current)
      tell('settingsChanged', current)
    },
  )
  const say = () => words[settings.current().language]
  const ask = createAsk(currentWindow)
  noteOpened(around.workspace)
  refreshMenu(settings.current())
  return {
    ...around,
    settings,
    workspace,
    exported: createExportedFiles(() => workspace.session().folder),
    closing: createClosing({ ask, say, tell, currentWindow, keep: () => workspace.documents().keep() }),
    ask,
    system: shell,
    say,
    tell,
  }
}
