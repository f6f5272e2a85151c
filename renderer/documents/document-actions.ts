import type { Choice, DocumentState, SavedElsewhere } from '../../electron/contract/index.js'
import type { Outcome } from '../../engine/base/index.js'
import { bridge } from '../base/bridge.js'
import { showFailure, takeBack } from '../base/notices.js'
import { askOf, flush, forget, forgetAll, takeUpDocument } from './hand-in.js'
import { documentOf } from './use-documents.js'

/** Takes up a file; one that is open already as it is. */
export async function openDocument(file: string): Promise<Outcome<DocumentState>> {
  const opened = await bridge.openDocument(file)
  if (opened.ok) takeUpDocument(opened.value)
  return opened
}

/** The documents that main has open already, as after a start that recovered some. What could not be is said. */
export async function findOpenDocuments(): Promise<DocumentState[]> {
  forgetAll()
  const open = await bridge.listDocuments()
  if (!open.ok || open.warnings.length > 0) showFailure('cannotRecover', open)
  const states = open.ok ? open.value : []
  for (const state of states) takeUpDocument(state)
  return states
}

/** Whether there was anything to take back. */
export async function undoDocument(file: string): Promise<boolean> {
  return shown(file, await askOf(file, () => bridge.undoDocument(file)))
}

export async function redoDocument(file: string): Promise<boolean> {
  return shown(file, await askOf(file, () => bridge.redoDocument(file)))
}

/** What stands in the way is said where the file is shown; what went wrong besides floats over the window. */
export async function saveDocument(file: string): Promise<boolean> {
  const saved = await askOf(file, () => bridge.saveDocument(file))
  if (saved.ok) takeBack('cannotSave', file)
  if (saved.ok) return true
  const state = documentOf(file)?.state
  if (!state?.conflict && !state?.gone && !state?.fault) showFailure('cannotSave', saved, file)
  return false
}

export async function resolveDocument(file: string, choices: Choice[], version: number): Promise<boolean> {
  return shown(file, await askOf(file, () => bridge.resolveDocument(file, choices, version)))
}

export async function putDocumentBack(file: string): Promise<boolean> {
  return shown(file, await askOf(file, () => bridge.putBackDocument(file)))
}

export async function restoreDocument(file: string, id: string): Promise<boolean> {
  return shown(file, await askOf(file, () => bridge.restoreDocument(file, id)))
}

/** Where it was written; nothing when no place was chosen, or it could not be. */
export async function saveDocumentElsewhere(file: string): Promise<SavedElsewhere | undefined> {
  await flush()
  const saved = await bridge.saveDocumentElsewhere(file)
  if (!saved.ok) showFailure('cannotSave', saved, file)
  if (!saved.ok || !saved.value) return undefined
  takeBack('cannotSave', file)
  forget(file)
  if (saved.value.opened) takeUpDocument(saved.value.opened)
  return saved.value
}

/** Whether it is closed. Its text is in the history. */
export async function letDocumentGo(file: string): Promise<boolean> {
  const gone = await bridge.letDocumentGo(file)
  if (gone.ok) forget(file)
  return shown(file, gone)
}

function shown(file: string, outcome: Outcome<unknown>): boolean {
  if (outcome.ok) takeBack('cannotDo', file)
  else showFailure('cannotDo', outcome, file)
  return outcome.ok
}
