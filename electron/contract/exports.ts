/** What leaves the workspace: one PDF, or a numbered copy for each recipient. */
import type { Diagnostic, Outcome } from '../../engine/base/index.js'
import type { Copy } from '../../engine/brief/types.js'
import type { Permission } from '../../engine/vocabulary/index.js'
import type { Answers } from './answers.js'
import type { OpenBrief } from './briefs.js'

export type { Copy }

export interface ExportCalls {
  /** Compiles, asks where to and writes. Errors stop it before it asks; nothing when the dialog is cancelled. */
  exportPdf(order: ExportOrder): Outcome<Exported | null>
  /** Asks for a folder and makes a numbered copy for each recipient; `copyStarted` tells of each. */
  exportCopies(order: CopiesOrder): Outcome<ExportedCopies | null>
  /** Ends `exportCopies` after the copy that it is at. */
  stopCopies(): void
  listExports(): Outcome<ExportListing[]>
  /** Opens a file that was exported, by its whole path, with the program that the system uses for it. */
  openExport(path: string): Outcome<true>
  showExport(path: string): Outcome<true>
}

export const exportAnswers = {
  exportPdf: true,
  exportCopies: true,
  stopCopies: false,
  listExports: true,
  openExport: true,
  showExport: true,
} satisfies Answers<ExportCalls>

export interface ExportEvents {
  /** Of the copies that were asked for, the one that is made now. */
  copyStarted: Copy
}

export interface ExportOrder extends OpenBrief {
  /** Encrypts the PDF. Kept nowhere. */
  lock?: Lock
}

/** Without a password of the owner, nobody can lift the limits. */
export interface Lock {
  openPassword?: string
  ownerPassword?: string
  allowed: Permission[]
}

export interface CopiesOrder extends ExportOrder {
  /** Their names, one a line. */
  recipients: string
}

export interface ExportedCopies {
  /** The whole path of the first. */
  path: string
  folder: string
  made: number
  of: number
  /** Why the others were not made; empty where all were. */
  faults: Diagnostic[]
}

export interface Exported {
  /** The whole path, for people. */
  path: string
  pageCount: number
}

export interface ExportListing {
  path: string
  name: string
  /** In bytes. */
  size: number
  changed: number
}
