/** Edited files of the open workspace: what each view is a face on. */
import type { Outcome } from '../../engine/base/index.js'
import type { ComparedStretch } from '../../engine/compare/index.js'
import type { Choice, DocumentState, HistoryEntry, TextChange } from '../../host/documents/index.js'
import type { Answers } from './answers.js'

export type { Choice, ComparedStretch, DocumentState, HistoryEntry, TextChange }

export interface DocumentCalls {
  /** Takes up a file; one that is open already as it is. */
  openDocument(file: string): Outcome<DocumentState>
  /** Those that are open, the ones recovered at the start among them; warnings say what could not be recovered. */
  listDocuments(): Outcome<DocumentState[]>
  changeDocument(file: string, change: TextChange): Outcome<DocumentState>
  /** Cursor, scroll and the like, which come back with the document. */
  keepView(file: string, view: unknown): Outcome<true>
  undoDocument(file: string): Outcome<DocumentState>
  redoDocument(file: string): Outcome<DocumentState>
  saveDocument(file: string): Outcome<DocumentState>
  /** Decides the parts of a conflict that both sides changed, in their order. */
  resolveDocument(file: string, choices: Choice[], version: number): Outcome<DocumentState>
  /** Makes a file anew that went away. */
  putBackDocument(file: string): Outcome<DocumentState>
  /** Asks where to, writes there and lets go of the file; nothing when the dialog is cancelled. */
  saveDocumentElsewhere(file: string): Outcome<SavedElsewhere | null>
  /** Closes without saving; the text goes to the history. */
  letDocumentGo(file: string): Outcome<true>
  /** Closes. What is not saved is there when it is opened again. */
  closeDocument(file: string): Outcome<true>
  /** The latest first. */
  documentHistory(file: string): Outcome<HistoryEntry[]>
  /** Word by word, how a kept state became what the author has now. */
  compareWithHistory(file: string, id: string): Outcome<ComparedStretch[]>
  /** Brings a kept state back, as a change that can be undone. */
  restoreDocument(file: string, id: string): Outcome<DocumentState>
}

export const documentAnswers = {
  openDocument: true,
  listDocuments: true,
  changeDocument: true,
  keepView: true,
  undoDocument: true,
  redoDocument: true,
  saveDocument: true,
  resolveDocument: true,
  putBackDocument: true,
  saveDocumentElsewhere: true,
  letDocumentGo: true,
  closeDocument: true,
  documentHistory: true,
  compareWithHistory: true,
  restoreDocument: true,
} satisfies Answers<DocumentCalls>

export interface DocumentEvents {
  /** Whatever can be seen of a document is different, after a change of the window's own too. */
  documentChanged: DocumentState
  /** The window is about to close: hand in what is not handed in yet, then call `closeWindow`. */
  closing: null
}

export interface SavedElsewhere {
  /** The whole path, for people. */
  path: string
  /** Where it lies in the open workspace: the file there, open. */
  opened?: DocumentState
}
