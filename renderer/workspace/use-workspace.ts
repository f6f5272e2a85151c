import { create } from 'zustand'
import type { WorkspaceContents } from '../../electron/contract/index.js'
import { bridge } from '../base/bridge.js'
import { showFailure, takeBack } from '../base/notices.js'

/** A source file that is looked at, with the place that a diagnostic means. */
export interface SourceView {
  file: string
  text: string
  line: number
}

interface WorkspaceState {
  workspace: WorkspaceContents | undefined
  source: SourceView | undefined
}

/** The workspace that is open, as it was read last, and the file of it that is looked at. */
export const useWorkspace = create<WorkspaceState>(() => ({ workspace: undefined, source: undefined }))

/** What is known stays where it cannot be read. A casebook that did not change stays the same object. */
export async function readWorkspace(): Promise<void> {
  const before = useWorkspace.getState().workspace
  const now = await bridge.readWorkspace(before?.casebookNumber)
  if (!now) return
  const isSame = now.casebookNumber === before?.casebookNumber
  useWorkspace.setState({ workspace: isSame ? { ...now, casebook: before?.casebook } : now })
}

/** Shows `file` at `line`; a file that cannot be read says so instead. */
export async function showSource(file: string, line: number): Promise<void> {
  const text = await bridge.readSource(file)
  if (text.ok) useWorkspace.setState({ source: { file, text: text.value, line } })
  if (text.ok) takeBack('cannotOpen')
  else showFailure('cannotOpen', text)
}

export function putSourceAway(): void {
  useWorkspace.setState({ source: undefined })
}
