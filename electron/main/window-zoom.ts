import type { BrowserWindow } from 'electron'
import type { SettingsStore } from './settings-file.js'

export type ZoomStep = 'in' | 'out' | 'reset'

const sizes = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The next size of the window's contents from `zoom`, which may lie between two; the last one has none beyond it. */
export function nextZoom(zoom: number, step: ZoomStep): number {
  if (step === 'reset') return 1
  const next =
    step === 'in' ? sizes.find((size) => size > zoom + 0.005) : sizes.findLast((size) => size < zoom - 0.005)
  return next ?? zoom
}

/** Shows everything in `window` larger or smaller, now and at the next start. */
export function zoomWindow(window: BrowserWindow | undefined, settings: SettingsStore, step: ZoomStep): void {
  const zoom = nextZoom(settings.get().zoom, step)
  settings.change({ zoom })
  window?.webContents.setZoomFactor(zoom)
}
