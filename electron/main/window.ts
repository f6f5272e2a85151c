import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { appAddress } from './app-address.js'
import { placeOnScreen } from './place-on-screen.js'
import type { SettingsStore } from './settings-file.js'
import { zoomWindow } from './window-zoom.js'

/** Makes the one window, where and as large as it was last, and keeps note of where it goes. */
export function openWindow(settings: SettingsStore, preload: string, icon: string): BrowserWindow {
  const { window: saved, zoom } = settings.get()
  const window = new BrowserWindow({
    ...placeOnScreen(
      saved,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Briefwright',
    icon,
    // As `--surface` is, for the moment before the page is there.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191d' : '#f3f4f6',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor: zoom,
      devTools: !app.isPackaged,
    },
  })
  if (saved?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // Chromium keeps a size of its own for each address, and shows that once it has loaded it.
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(settings.get().zoom))
  window.webContents.on('zoom-changed', (_event, direction) => zoomWindow(window, settings, direction))
  window.on('close', () => {
    settings.change({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } })
  })
  void window.loadURL(appAddress)
  return window
}
