import { create } from 'zustand'
import type { OpenWorkspace, Settings, SettingsChange } from '../../electron/contract.js'
import { bridge } from './bridge.js'
import { showFailure } from './notices.js'

export const viewNames = ['briefs', 'templates', 'casebook', 'problems', 'exports'] as const
export type ViewName = (typeof viewNames)[number]

/** A source file that is looked at, with the place that a diagnostic means. */
export interface SourceView {
  file: string
  text: string
  line: number
}

export interface DeskState {
  settings: Settings
  workspace: OpenWorkspace | undefined
  view: ViewName | 'editor'
  source: SourceView | undefined
  /** The dialog for a new brief is open, with this template chosen first. */
  newBrief: { template?: string } | undefined
}

/** What is open and what is looked at, apart from the brief itself. */
export const useDesk = create<DeskState>(() => ({
  settings: { language: 'en', theme: 'system', recent: [] },
  workspace: undefined,
  view: 'briefs',
  source: undefined,
  newBrief: undefined,
}))

export function showView(view: ViewName | 'editor'): void {
  useDesk.setState({ view })
}

export function askForNewBrief(template?: string): void {
  useDesk.setState({ newBrief: template === undefined ? {} : { template } })
}

export async function readWorkspace(): Promise<void> {
  const workspace = await bridge.readWorkspace()
  if (workspace) useDesk.setState({ workspace })
}

export async function readSettings(): Promise<void> {
  takeSettings(await bridge.readSettings())
}

export async function changeSettings(change: SettingsChange): Promise<void> {
  takeSettings(await bridge.changeSettings(change))
}

/** Those that are known stay where there are none. */
function takeSettings(settings: Settings | undefined): void {
  if (settings) useDesk.setState({ settings })
}

/** Shows `file` at `line`; a file that cannot be read says so instead. */
export async function showSource(file: string, line: number): Promise<void> {
  const text = await bridge.readSource(file)
  if (text.ok) useDesk.setState({ source: { file, text: text.value, line } })
  else showFailure('cannotOpen', text)
}
