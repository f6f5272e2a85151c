import { create } from 'zustand'
import type { ExportedCopies, OpenWorkspace, Settings, SettingsChange } from '../../electron/contract.js'
import { type Diagnostic, diagnosticsOf, type Outcome } from '../../engine/diagnostic.js'
import type { LocalText } from '../../engine/locale/language.js'
import { bridge } from '../bridge.js'

export const viewNames = ['briefs', 'templates', 'casebook', 'problems', 'exports'] as const
export type ViewName = (typeof viewNames)[number]

/** A message that floats until it is dismissed. */
export type Notice =
  | { type: 'exported'; path: string; pageCount: number }
  | ({ type: 'copies' } & ExportedCopies)
  /** A workspace was made of a PDF, and is the one that is open. */
  | { type: 'restored'; folder: string }
  /** A pack was imported: how many files were written, and the folder that keeps what they replaced. */
  | { type: 'imported'; title: LocalText; files: number; kept?: string }
  | { type: 'pack-exported'; path: string; diagnostics: Diagnostic[] }
  | { type: 'failed'; what: 'cannotExport' | 'cannotSave' | 'cannotOpen'; diagnostics: Diagnostic[] }

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
  notice: Notice | undefined
  source: SourceView | undefined
  /** The dialog for a new brief is open, with this template chosen first. */
  newBrief: { template?: string } | undefined
}

/** What is open and what is looked at, apart from the brief itself. */
export const useDesk = create<DeskState>(() => ({
  settings: { language: 'en', theme: 'system', recent: [] },
  workspace: undefined,
  view: 'briefs',
  notice: undefined,
  source: undefined,
  newBrief: undefined,
}))

export function showView(view: ViewName | 'editor'): void {
  useDesk.setState({ view })
}

export function showNotice(notice: Notice | undefined): void {
  useDesk.setState({ notice })
}

export function askForNewBrief(template?: string): void {
  useDesk.setState({ newBrief: template === undefined ? {} : { template } })
}

export async function readWorkspace(): Promise<void> {
  useDesk.setState({ workspace: await bridge.readWorkspace() })
}

export async function changeSettings(change: SettingsChange): Promise<void> {
  useDesk.setState({ settings: await bridge.changeSettings(change) })
}

/** Shows `file` at `line`; a file that cannot be read says so instead. */
export async function showSource(file: string, line: number): Promise<void> {
  const text = await bridge.readSource(file)
  if (text.ok) useDesk.setState({ source: { file, text: text.value, line } })
  else showFailure('cannotOpen', text)
}

export function showFailure(
  what: Extract<Notice, { type: 'failed' }>['what'],
  outcome: Outcome<unknown>,
): void {
  showNotice({ type: 'failed', what, diagnostics: diagnosticsOf(outcome) })
}
