import { app, BrowserWindow, screen } from 'electron'
import { appAddress } from './app-address.js'
import type { SavedSettings, SettingsStore } from './settings-file.js'

/** Makes the one window, where and as large as it was last, and keeps note of where it goes. */
export function openWindow(settings: SettingsStore, preload: string, icon: string): BrowserWindow {
  const saved = settings.get().window
  const window = new BrowserWindow({
    ...placeOnScreen(saved),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Briefwright',
    icon,
    backgroundColor: '#f3f4f6',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (saved?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    settings.change({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } })
  })
  void window.loadURL(appAddress)
  return window
}

/** The saved place when a screen still shows it; a screen that was unplugged must not hide the window. */
function placeOnScreen(saved: SavedSettings['window']) {
  const size = { width: saved?.width ?? 1440, height: saved?.height ?? 900 }
  if (saved?.x === undefined || saved.y === undefined) return size
  const place = { ...size, x: saved.x, y: saved.y }
  const area = screen.getDisplayMatching(place).workArea
  const isVisible =
    place.x < area.x + area.width - 80 &&
    place.x + place.width > area.x + 80 &&
    place.y >= area.y - 8 &&
    place.y < area.y + area.height - 40
  return isVisible ? place : size
}
