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

/** What an author is told of, until it is dismissed or no longer holds. */
export type Notice =
  | { type: 'exported'; path: string; pageCount: number }
  | ({ type: 'copies' } & ExportedCopies)
  /** A workspace was made of a PDF, and is the one that is open. */
  | { type: 'restored'; folder: string }
  /** A pack was imported: how many files were written, and the folder that keeps what they replaced. */
  | { type: 'imported'; title: LocalText; files: number; kept?: string }
  | { type: 'pack-exported'; path: string; diagnostics: Diagnostic[] }
  | { type: 'saved-elsewhere'; path: string }
  /** Pasted, but for so many pictures and comments. */
  | { type: 'left-out'; pictures: number; comments: number }
  /** More characters than are taken at once. */
  | { type: 'not-pasted'; limit: number }
  | { type: 'failed'; what: Failed; diagnostics: Diagnostic[] }

export type NoticeOf<T extends Notice['type']> = Extract<Notice, { type: T }>

/** A notice among those that stand in the window. */
export interface StandingNotice {
  id: number
  notice: Notice
  /** What goes with it when it goes: a file, a folder, or the call that failed. */
  about?: string
}

/** All that stand, the oldest first. None takes the place of another one unseen. */
export const useNotices = create<{ notices: StandingNotice[] }>(() => ({ notices: [] }))

let lastId = 0

/** What was said before of the same thing gives way, and so does the same notice. */
export function showNotice(notice: Notice, about?: string): void {
  const isOlder = (standing: StandingNotice) =>
    isSame(standing.notice, notice) ||
    // One workspace is open at a time, so what was said of another one no longer holds.
    (notice.type === 'restored' && standing.notice.type === 'restored') ||
    (about !== undefined && standing.about === about && isOfOneKind(standing.notice, notice))
  lastId += 1
  const id = lastId
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((standing) => !isOlder(standing)), { id, notice, about }],
  }))
}

export function showFailure(what: Failed, outcome: Outcome<unknown>, about?: string): void {
  showNotice({ type: 'failed', what, diagnostics: diagnosticsOf(outcome) }, about)
}

/** It could be done meanwhile: what was said of it no longer holds. Without `about` of whatever it was. */
export function takeBack(what: Failed, about?: string): void {
  drop(
    ({ notice, about: of }) =>
      notice.type === 'failed' && notice.what === what && (about === undefined || of === about),
  )
}

/** What the notices are about is no longer open. */
export function dropNoticesAbout(about: string): void {
  drop((standing) => standing.about === about)
}

export function dismissNotice(id: number): void {
  drop((standing) => standing.id === id)
}

function drop(goes: (standing: StandingNotice) => boolean): void {
  const { notices } = useNotices.getState()
  if (notices.some(goes)) useNotices.setState({ notices: notices.filter((standing) => !goes(standing)) })
}

function isOfOneKind(one: Notice, other: Notice): boolean {
  return one.type === 'failed' && other.type === 'failed' && one.what === other.what
}

function isSame(one: Notice, other: Notice): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
