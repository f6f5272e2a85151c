import { create } from 'zustand'
import type { DocumentState } from '../../electron/contract/index.js'
import type { Diagnostic } from '../../engine/base/index.js'

/** An edited file as the window has it. */
export interface OpenDocument {
  /** As main told it last. */
  state: DocumentState
  /** What is on the screen: ahead of `state.text` while it is handed in. */
  text: string
  /** What another program wrote last and was taken up, until the author has seen it. */
  news?: News
}

export interface News {
  notice: Diagnostic
  before: string
  after: string
}

interface Documents {
  /** By path in the workspace. */
  byFile: Record<string, OpenDocument>
}

/** The edited files that are open, whichever view shows them. */
export const useDocuments = create<Documents>(() => ({ byFile: {} }))

export function documentOf(file: string | undefined): OpenDocument | undefined {
  return file === undefined ? undefined : useDocuments.getState().byFile[file]
}

export function useDocument(file: string | undefined): OpenDocument | undefined {
  return useDocuments(({ byFile }) => (file === undefined ? undefined : byFile[file]))
}

/** Whether its text is nowhere but in the window and in what is kept for the next start. */
export function isUnsaved(document: OpenDocument | undefined): boolean {
  return document !== undefined && (document.state.isUnsaved || document.text !== document.state.text)
}

/** Whether it is not saved by itself as things are. */
export function isHindered(document: OpenDocument | undefined): boolean {
  if (!document) return false
  const { conflict, gone, fault, isRecovered } = document.state
  return Boolean(conflict || gone || fault || isRecovered)
}

export function noteDocument(file: string, change: Partial<OpenDocument>): void {
  const known = documentOf(file)
  if (known) putDocument(file, { ...known, ...change })
}

export function putDocument(file: string, document: OpenDocument): void {
  useDocuments.setState(({ byFile }) => ({ byFile: { ...byFile, [file]: document } }))
}

export function dropDocument(file: string): void {
  useDocuments.setState(({ byFile: { [file]: _, ...byFile } }) => ({ byFile }))
}
