/** PDFs that come from anywhere, opened and verified. The window names one by the number that it got for it. */
import type { Diagnostic, Outcome } from '../../engine/base/index.js'
import type { IsoDate, Language, LocalText } from '../../engine/locale/index.js'
import type { Verdict } from '../../host/pdf/index.js'
import type { Answers } from './answers.js'
import type { WorkspaceContents } from './workspace.js'

export interface PdfCalls {
  /** Asks for a PDF with the system's own dialog; nothing when it is cancelled. */
  choosePdf(): ChosenPdf | null
  /** Takes up an exported PDF, by its whole path. */
  takeExport(path: string): Outcome<ChosenPdf>
  /** Takes up a PDF that was dropped on the window. Preload finds out the path; the page has only the file. */
  takeDropped(path: string): Outcome<ChosenPdf>
  /** What a PDF carries, by its number. */
  inspectPdf(number: number): Outcome<PdfFacts>
  /** Makes a PDF again from what it carries, and compares the two. Runs on worker threads. */
  verifyPdf(number: number): Outcome<Verdict>
  /** Asks where to, makes a workspace of what a PDF carries and opens it; nothing when the dialog is cancelled. */
  restorePdf(number: number): Outcome<RestoredBrief | null>
}

export const pdfAnswers = {
  choosePdf: false,
  takeExport: true,
  takeDropped: true,
  inspectPdf: true,
  verifyPdf: true,
  restorePdf: true,
} satisfies Answers<PdfCalls>

export interface ChosenPdf {
  /** What the window calls it by. */
  number: number
  /** The whole path, for people. */
  path: string
  name: string
}

/** What a PDF carries, as far as an officer asks before opening it. */
export interface PdfFacts {
  /** The document's; empty where its own data do not say. */
  title: string
  /** The template's title, or its id where it cannot be read. */
  template: LocalText | string
  language: Language
  issued?: IsoDate
  marking?: string
  recordCount: number
  fileCount: number
  /** Of the program that made it. */
  version: string
  isOwnVersion: boolean
  /** What is wrong with the template in it. */
  diagnostics: Diagnostic[]
}

/** A workspace made of a PDF, and its brief. */
export interface RestoredBrief {
  workspace: WorkspaceContents
  /** Its path in the workspace. */
  file: string
}
