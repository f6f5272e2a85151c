import { basename, join, relative, resolve, sep } from 'node:path'
import { app, type BrowserWindow, dialog, nativeTheme, shell } from 'electron'
import { type Diagnostic, failure, type Outcome, success } from '../../engine/base/index.js'
import {
  briefEnding,
  exportPack,
  type PdfReader,
  packEnding,
  pathWithin,
  type RenderPool,
} from '../../host/index.js'
import type { Events, Settings, SettingsChange } from '../contract/index.js'
import { type Desk, notAnExport, openDesk, prepareWorkspace } from './desk.js'
import { createExportDesk } from './export-desk.js'
import { showMenu } from './menu.js'
import { createPackDesk } from './pack-desk.js'
import { createPdfDesk } from './pdf-desk.js'
import type { Handlers } from './register-calls.js'
import type { SettingsStore } from './settings-file.js'
import { watchWorkspace } from './watch-workspace.js'
import { words } from './words.js'

export interface Surroundings {
  appRoot: string
  settings: SettingsStore
  pool: RenderPool
  readPdf: PdfReader
  /** The folder to start with. */
  workspace: string
  currentWindow(): BrowserWindow | undefined
}

const recentAtMost = 10

/** The handlers of every call, and what asks before a window with unsaved work closes. */
export function createHandlers(around: Surroundings) {
  const { settings, pool, appRoot } = around
  let desk: Desk
  let firstFaults: Diagnostic[] = []
  let stopWatching = () => {}
  const pdfs = createPdfDesk(around)
  let isUnsaved = false
  /** Written by us, wherever the author wanted them; with the exports folder, all that may be opened. */
  const exported = new Set<string>()
  const packs = createPackDesk(pool, appRoot)

  function takeUp(folder: string): void {
    stopWatching()
    firstFaults = prepareWorkspace(folder, appRoot)
    desk = openDesk(folder, appRoot, pool)
    stopWatching = watchWorkspace(folder, () => {
      desk.noteFilesChanged()
      tell('workspaceChanged', null)
    })
    settings.change({ workspace: folder })
    refreshMenu()
  }

  function tell<K extends keyof Events>(name: K, event: Events[K]): void {
    around.currentWindow()?.webContents.send(`event:${name}`, event)
  }

  function currentSettings(): Settings {
    const { language, theme, recent } = settings.get()
    return {
      language: language ?? (app.getLocale().startsWith('fr') ? 'fr' : 'en'),
      theme,
      recent: recent.filter(({ folder }) => folder === desk.folder).map(({ file }) => file),
    }
  }

  function refreshMenu(): void {
    showMenu(currentSettings(), {
      choose: (command) => tell('menuChosen', command),
      openRecent: (file) => tell('briefChosen', file),
      changeSettings,
    })
  }

  function changeSettings(change: SettingsChange): Settings {
    const { theme } = settings.change(withoutAbsent(change))
    nativeTheme.themeSource = theme
    refreshMenu()
    tell('settingsChanged', currentSettings())
    return currentSettings()
  }

  function noteOpened(file: string): void {
    const others = settings.get().recent.filter((one) => one.folder !== desk.folder || one.file !== file)
    settings.change({ recent: [{ folder: desk.folder, file }, ...others].slice(0, recentAtMost) })
    refreshMenu()
    tell('settingsChanged', currentSettings())
  }

  function noteIfOpened<T extends { file: string }>(outcome: Outcome<T>): Outcome<T> {
    if (outcome.ok) noteOpened(outcome.value.file)
    return outcome
  }

  const say = () => words[currentSettings().language]
  const readDesk = () => {
    const read = desk.read()
    return { ...read, diagnostics: [...firstFaults, ...read.diagnostics] }
  }

  async function ask<T>(question: (window: BrowserWindow) => Promise<T>): Promise<T | undefined> {
    const window = around.currentWindow()
    return window && question(window)
  }

  /** Whether the window may have `path` opened: an export, as the whole path that it has. */
  function findExport(path: string): Outcome<string> {
    if (exported.has(resolve(path))) return success(resolve(path))
    const whole = pathWithin(path, [join(desk.folder, 'exports')])
    return whole.ok && whole.value.toLowerCase().endsWith('.pdf') ? whole : notAnExport(path)
  }

  const exports = createExportDesk({
    ...{ pool, say, ask },
    desk: () => desk,
    onCopy: (copy) => tell('copyStarted', copy),
    onWritten: (path) => exported.add(path),
  })

  async function withExport(
    path: string,
    act: (path: string) => Promise<string> | string,
  ): Promise<Outcome<true>> {
    const whole = findExport(path)
    if (!whole.ok) return whole
    const complaint = await act(whole.value)
    if (complaint === '') return success(true)
    return failure({
      severity: 'error',
      code: 'export/cannot-open',
      message: `cannot open \`${path}\`: ${complaint}`,
      hints: ['open it from the folder'],
    })
  }

  const handlers: Handlers = {
    readSettings: currentSettings,
    changeSettings,
    readWorkspace() {
      desk.noteFilesChanged()
      return readDesk()
    },
    async chooseWorkspace() {
      const chosen = await ask((window) =>
        dialog.showOpenDialog(window, {
          title: say().chooseWorkspace,
          defaultPath: desk.folder,
          properties: ['openDirectory', 'createDirectory'],
        }),
      )
      const folder = chosen?.filePaths[0]
      if (folder) takeUp(folder)
      return readDesk()
    },
    readSource: (file) => desk.readSource(file),
    createBrief: async (start) => noteIfOpened(await desk.createBrief(start)),
    openBrief: (file) => noteIfOpened(desk.openBrief(file)),
    async chooseBrief() {
      const chosen = await ask((window) =>
        dialog.showOpenDialog(window, {
          title: say().chooseBrief,
          defaultPath: join(desk.folder, 'briefs'),
          filters: [{ name: say().brief, extensions: ['yaml'] }],
          properties: ['openFile'],
        }),
      )
      const path = chosen?.filePaths[0]
      if (!path) return success(null)
      const file = relative(desk.folder, path).split(sep).join('/')
      if (!file.startsWith('briefs/') || !file.endsWith(briefEnding) || file.split('/').length !== 2) {
        return failure({
          severity: 'error',
          code: 'workspace/not-a-brief-here',
          message: `\`${basename(path)}\` is no brief of this workspace`,
          hints: ['open its workspace first', 'or copy the file into the folder `briefs`'],
        })
      }
      return noteIfOpened(desk.openBrief(file))
    },
    saveBrief: (draft) => desk.saveBrief(draft),
    renderBrief: (draft) => desk.preview(draft),
    exportPdf: exports.exportPdf,
    exportCopies: exports.exportCopies,
    stopCopies: exports.stopCopies,
    listExports: () => desk.listExports(),
    openExport: (path) => withExport(path, (whole) => shell.openPath(whole)),
    showExport: (path) =>
      withExport(path, (whole) => {
        shell.showItemInFolder(whole)
        return ''
      }),
    async choosePdf() {
      const chosen = await ask((window) =>
        dialog.showOpenDialog(window, {
          title: say().choosePdf,
          defaultPath: join(desk.folder, 'exports'),
          filters: [{ name: say().pdfDocument, extensions: ['pdf'] }],
          properties: ['openFile'],
        }),
      )
      const path = chosen?.filePaths[0]
      return path ? pdfs.take(path) : null
    },
    takeExport(path) {
      const whole = findExport(path)
      return whole.ok ? success(pdfs.take(whole.value)) : whole
    },
    takeDropped: (path) => (path === '' ? noFile() : success(pdfs.take(path))),
    inspectPdf: (number) => pdfs.inspect(number),
    verifyPdf: (number) => pdfs.verify(number),
    async restorePdf(number) {
      // A name is asked for, and not a folder: the folder must not be there yet, or be empty.
      const chosen = await ask((window) =>
        dialog.showSaveDialog(window, {
          title: say().restoreTitle,
          buttonLabel: say().restore,
          defaultPath: pdfs.freeFolder(number, desk.folder),
          properties: ['createDirectory'],
        }),
      )
      if (!chosen?.filePath || chosen.canceled) return success(null)
      const restored = await pdfs.restore(number, chosen.filePath)
      if (!restored.ok) return restored
      takeUp(restored.value.dir)
      const opened = noteIfOpened(desk.openBrief(restored.value.brief))
      return success({ workspace: readDesk(), opened })
    },
    async choosePack() {
      const chosen = await ask((window) =>
        dialog.showOpenDialog(window, {
          title: say().choosePack,
          filters: [{ name: say().pack, extensions: [packEnding.slice(1)] }],
          properties: ['openFile'],
        }),
      )
      const path = chosen?.filePaths[0]
      return path ? packs.choose(path) : null
    },
    planPack: () => packs.plan(desk.folder),
    importPack: () => packs.import(desk.folder),
    async exportPack(choice) {
      const made = await packs.make(choice, desk.folder)
      if (!made.ok) return made
      const chosen = await ask((window) =>
        dialog.showSaveDialog(window, {
          title: say().exportPackTitle,
          defaultPath: join(desk.folder, 'exports', `${made.value.about.id}${packEnding}`),
          filters: [{ name: say().pack, extensions: [packEnding.slice(1)] }],
        }),
      )
      if (!chosen?.filePath || chosen.canceled) return success(null)
      const path = chosen.filePath.endsWith(packEnding) ? chosen.filePath : `${chosen.filePath}${packEnding}`
      const written = await exportPack(path, made.value.bytes)
      if (!written.ok) return written
      packs.noteExported(path)
      return success(path, made.warnings)
    },
    showPack() {
      const path = packs.exported()
      if (path) shell.showItemInFolder(path)
    },
    async openLink(address) {
      if (!/^(https?|mailto):/i.test(address) || !URL.canParse(address)) return false
      const { open, cancel, openLink, openLinkDetail } = say()
      const answer = await ask((window) =>
        dialog.showMessageBox(window, {
          type: 'question',
          message: openLink,
          detail: openLinkDetail(address),
          buttons: [open, cancel],
          defaultId: 1,
          cancelId: 1,
        }),
      )
      if (answer?.response !== 0) return false
      await shell.openExternal(address)
      return true
    },
    noteUnsaved(value) {
      isUnsaved = value
      around.currentWindow()?.setDocumentEdited(value)
    },
    closeWindow() {
      isUnsaved = false
      around.currentWindow()?.close()
    },
  }

  function onClose(event: { preventDefault(): void }): void {
    if (!isUnsaved) return
    event.preventDefault()
    const { save, dontSave, cancel, unsaved, unsavedDetail, unsavedTitle } = say()
    void ask((window) =>
      dialog.showMessageBox(window, {
        type: 'warning',
        title: unsavedTitle,
        message: unsaved,
        detail: unsavedDetail,
        buttons: [save, dontSave, cancel],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      }),
    ).then((answer) => {
      if (answer?.response === 0) tell('menuChosen', 'save-and-close')
      if (answer?.response === 1) void handlers.closeWindow()
    })
  }

  takeUp(around.workspace)
  return { handlers, onClose }
}

/** For what was dropped and has no path: a picture out of a browser, say. */
function noFile(): ReturnType<typeof failure> {
  return failure({
    severity: 'error',
    code: 'workspace/not-a-file',
    message: 'what was dropped is no file of this computer',
    hints: ['save it in a folder first, and drop the file'],
  })
}

/** Without the keys that a schema filled with `undefined`. */
function withoutAbsent<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never
}
