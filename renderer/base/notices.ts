import { create } from 'zustand'
import type { ExportedCopies } from '../../electron/contract/index.js'
import { type Diagnostic, diagnosticsOf, type Outcome } from '../../engine/base/index.js'
import type { LocalText } from '../../engine/locale/index.js'

/** What could not be done; the key of its words. */
export type Failed =
  | 'cannotExport'
  | 'cannotSave'
  | 'cannotKeep'
  | 'cannotRecover'
  | 'cannotOpen'
  | 'cannotShowPage'
  | 'cannotDo'

/** A message that floats until it is dismissed. */
export type Notice =
  | { type: 'exported'; path: string; pageCount: number }
  | ({ type: 'copies' } & ExportedCopies)
  /** A workspace was made of a PDF, and is the one that is open. */
  | { type: 'restored'; folder: string }
  /** A pack was imported: how many files were written, and the folder that keeps what they replaced. */
  | { type: 'imported'; title: LocalText; files: number; kept?: string }
  | { type: 'pack-exported'; path: string; diagnostics: Diagnostic[] }
  | { type: 'saved-elsewhere'; path: string }
  | { type: 'failed'; what: Failed; diagnostics: Diagnostic[] }

export type NoticeOf<T extends Notice['type']> = Extract<Notice, { type: T }>

export const useNotice = create<{ notice: Notice | undefined }>(() => ({ notice: undefined }))

export function showNotice(notice: Notice | undefined): void {
  useNotice.setState({ notice })
}

export function showFailure(what: Failed, outcome: Outcome<unknown>): void {
  showNotice({ type: 'failed', what, diagnostics: diagnosticsOf(outcome) })
}
