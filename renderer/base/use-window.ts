import { create } from 'zustand'
import type { Look, Settings, SettingsChange } from '../../electron/contract/index.js'
import { bridge } from './bridge.js'

export const viewNames = ['briefs', 'templates', 'casebook', 'problems', 'exports'] as const
export type ViewName = (typeof viewNames)[number]

interface WindowState {
  settings: Settings
  view: Look['view']
}

/** What is looked at, and how. */
export const useWindow = create<WindowState>(() => ({
  settings: {
    language: 'en',
    theme: 'system',
    recent: [],
    autosaves: true,
    look: { view: 'briefs', share: 0.46, pageZoom: 'fit' },
  },
  view: 'briefs',
}))

export function showView(view: WindowState['view']): void {
  useWindow.setState({ view })
  keepLook({ view })
}

/** Leaves the window as it is now for the next start. */
export function keepLook(change: Partial<Look>): void {
  useWindow.setState(({ settings }) => ({ settings: { ...settings, look: { ...settings.look, ...change } } }))
  void bridge.keepLook(change)
}

export async function readSettings(): Promise<void> {
  takeSettings(await bridge.readSettings())
}

export async function changeSettings(change: SettingsChange): Promise<void> {
  takeSettings(await bridge.changeSettings(change))
}

/** Those that are known stay where there are none. */
function takeSettings(settings: Settings | undefined): void {
  if (settings) useWindow.setState({ settings })
}
