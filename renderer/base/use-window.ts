import { create } from 'zustand'
import type { Settings, SettingsChange } from '../../electron/contract/index.js'
import { bridge } from './bridge.js'

export const viewNames = ['briefs', 'templates', 'casebook', 'problems', 'exports'] as const
export type ViewName = (typeof viewNames)[number]

interface WindowState {
  settings: Settings
  view: ViewName | 'editor'
}

/** What is looked at, and how. */
export const useWindow = create<WindowState>(() => ({
  settings: { language: 'en', theme: 'system', recent: [], autosaves: true },
  view: 'briefs',
}))

export function showView(view: WindowState['view']): void {
  useWindow.setState({ view })
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
