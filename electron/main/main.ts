/** The main process: one window on one workspace. */
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, nativeTheme, powerMonitor, session } from 'electron'
import { createPdfReader, createRenderPool, findAppRoot } from '../../host/index.js'
import { declareScheme, serveApp } from './app-protocol.js'
import { createHandlers } from './calls/index.js'
import { createMain } from './create-main.js'
import { lockDown } from './lock-down.js'
import { switchServicesOff } from './offline.js'
import { registerCalls } from './register-calls.js'
import { openSettings } from './settings-file.js'
import { defaultWorkspace, readStartOptions, type StartOptions } from './start-options.js'
import { openWindow } from './window.js'
import { surviveFaults } from './window-faults.js'

declareScheme()
switchServicesOff()

const asked = readStartOptions(process.argv, process.env)

/** Keeps what is not saved for the next start; set once there can be something. */
let keepTexts = (): Promise<unknown> => Promise.resolve()

if (!app.requestSingleInstanceLock(asked)) app.quit()
else void app.whenReady().then(start).catch(reportAndQuit)

process.on('uncaughtException', (error) => void reportAndQuit(error))

async function start(): Promise<void> {
  const appRoot = findAppRoot()
  const built = join(import.meta.dirname, '..')
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'))
  const pool = createRenderPool({ workerFile: join(built, 'main', 'render-worker.js') })
  nativeTheme.themeSource = settings.get().theme
  lockDown(session.defaultSession)
  serveApp(session.defaultSession, {
    renderer: join(built, 'renderer'),
    fonts: join(appRoot, 'assets', 'fonts'),
  })
  let window: BrowserWindow | undefined
  const main = await createMain({
    appRoot,
    settings,
    pool,
    readPdf: createPdfReader({ workerFile: join(built, 'main', 'pdf-worker.js') }),
    documentsFolder: join(app.getPath('userData'), 'documents'),
    workspace: asked.workspace ?? settings.get().workspace ?? defaultWorkspace(app.getPath('documents')),
    currentWindow: () => window,
  })
  keepTexts = () => main.workspace.documents().keep()
  registerCalls(createHandlers(main))
  window = openWindow(settings, join(built, 'preload', 'preload.cjs'), join(appRoot, 'assets', 'icon.png'))
  window.on('close', main.closing.onClose)
  window.on('session-end', () => void main.workspace.documents().keep())
  // Electron's types leave the event out.
  powerMonitor.on('shutdown', (event?: Electron.Event) => {
    event?.preventDefault()
    app.quit()
  })
  surviveFaults(window, main)
  window.on('closed', () => {
    window = undefined
  })
  app.on('second-instance', (_event, _argv, _folder, options) => {
    const { workspace } = options as StartOptions
    if (workspace && main.workspace.offer(workspace)) main.tell('workspaceOffered', workspace)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => {
    void Promise.all([main.workspace.end(), pool.close()]).finally(() => app.quit())
  })
}

/** For our own bugs: an author's mistakes never come here. What is not saved is kept first, if that is still possible. */
async function reportAndQuit(error: unknown): Promise<void> {
  await Promise.race([keepTexts().catch(() => undefined), new Promise((done) => setTimeout(done, 2000))])
  dialog.showErrorBox('Briefwright', error instanceof Error ? (error.stack ?? error.message) : String(error))
  app.exit(1)
}
