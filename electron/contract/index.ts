/**
 * Everything that the window can ask of the main process, and everything that main tells the window.
 *
 * Main's handlers and preload's bridge are both checked against this file: a call that is missing, extra or
 * changed on one side does not compile. What crosses is plain data.
 */

import type { Diagnostic, Outcome } from '../../engine/base/index.js'
import type { Brief, Copy } from '../../engine/brief/types.js'
import type { Casebook } from '../../engine/casebook/types.js'
import type { IsoDate, Language, LocalText } from '../../engine/locale/index.js'
import type { ImportPlan } from '../../engine/pack/index.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import type { LibraryEntry, Template } from '../../engine/template/types.js'
import type { Permission } from '../../engine/vocabulary/index.js'
import type { ImportedPack } from '../../host/index.js'
import type { Verdict } from '../../host/pdf/index.js'

export type { Copy }

export interface Calls {
  readSettings(): Settings
  changeSettings(change: SettingsChange): Settings

  /** Reads the whole folder anew. */
  readWorkspace(): OpenWorkspace
  /** Asks for a folder and opens it; the workspace that was open stays when nothing is chosen. */
  chooseWorkspace(): OpenWorkspace
  /** A text file of the workspace, or a built-in one by the path that a diagnostic gives. */
  readSource(file: string): Outcome<string>

  /** Makes a brief file with the template's defaults. The file is named after `name`, and never replaces one. */
  createBrief(start: NewBrief): Outcome<OpenBrief>
  openBrief(file: string): Outcome<OpenBrief>
  /** Asks for a brief of this workspace with the system's own dialog; nothing when it is cancelled. */
  chooseBrief(): Outcome<OpenBrief | null>
  /** The value is true once the file is on the disk. */
  saveBrief(draft: OpenBrief): Outcome<true>

  /** Compiles a draft as it is in the window. Runs on a worker thread. */
  renderBrief(draft: OpenBrief): Outcome<RenderedPdf>
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

  /** Asks for a pack with the system's own dialog; nothing when it is cancelled. */
  choosePack(): ChosenPack | null
  /** What importing the chosen pack would do. Runs on a worker thread, and writes nothing. */
  planPack(): Outcome<ImportPlan>
  /** Imports the chosen pack as its plan was shown. */
  importPack(): Outcome<ImportedPack>
  /** Makes a pack, asks where to and writes it; nothing when the dialog is cancelled. The value is its whole path. */
  exportPack(choice: PackChoice): Outcome<string | null>
  /** Shows the pack that was exported last in its folder. */
  showPack(): void

  /** Shows a web address in full and opens it in the browser only when the reader says so. */
  openLink(address: string): boolean

  /** Tells main whether closing the window would lose something. */
  noteUnsaved(isUnsaved: boolean): void
  /** Closes the window without asking again. */
  closeWindow(): void
}

/**
 * Every call, and whether it answers with an `Outcome`. One that does is answered with a failure when its input is
 * refused, or when the call itself goes wrong, so that whoever asked need not look for anything else.
 */
export const answersWithOutcome = {
  readSettings: false,
  changeSettings: false,
  readWorkspace: false,
  chooseWorkspace: false,
  readSource: true,
  createBrief: true,
  openBrief: true,
  chooseBrief: true,
  saveBrief: true,
  renderBrief: true,
  exportPdf: true,
  exportCopies: true,
  stopCopies: false,
  listExports: true,
  openExport: true,
  showExport: true,
  choosePdf: false,
  takeExport: true,
  takeDropped: true,
  inspectPdf: true,
  verifyPdf: true,
  restorePdf: true,
  choosePack: false,
  planPack: true,
  importPack: true,
  exportPack: true,
  showPack: false,
  openLink: false,
  noteUnsaved: false,
  closeWindow: false,
} satisfies { [K in keyof Calls]: ReturnType<Calls[K]> extends Outcome<unknown> ? true : false }

/** What main tells the window without being asked. */
export interface Events {
  menuChosen: MenuCommand
  settingsChanged: Settings
  /** A recent brief was chosen in the menu: its path in the workspace. */
  briefChosen: string
  /** Of the copies that were asked for, the one that is made now. */
  copyStarted: Copy
  /** A file of the workspace was written by another program. */
  workspaceChanged: null
}

export type Bridge = {
  [K in keyof Calls]: (...input: BridgeInput<K>) => Promise<ReturnType<Calls[K]>>
} & {
  /** Gives back its own unsubscribe. */
  [K in keyof Events as `on${Capitalize<K>}`]: (listener: (event: Events[K]) => void) => () => void
}

/** The page never names a path of its own choice: it hands over the file that it was given. */
type BridgeInput<K extends keyof Calls> = K extends 'takeDropped' ? [file: File] : Parameters<Calls[K]>

export const menuCommands = [
  'new-brief',
  'open-brief',
  'open-pdf',
  'verify-pdf',
  'open-workspace',
  'save',
  'save-and-close',
  'export',
  'undo',
  'redo',
  'show-briefs',
  'show-templates',
  'show-casebook',
  'show-problems',
  'show-exports',
] as const
export type MenuCommand = (typeof menuCommands)[number]

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

export interface Settings {
  /** Of the window, not of a brief. */
  language: Language
  theme: ThemeChoice
  /** Briefs of the open workspace, the last opened first, as paths in it. */
  recent: string[]
}

export type SettingsChange = Partial<Pick<Settings, 'language' | 'theme'>>

export interface OpenWorkspace {
  folder: string
  /** Absent when the casebook cannot be read; the diagnostics say why. */
  casebook?: Casebook
  templates: TemplateListing[]
  briefs: BriefListing[]
  diagnostics: Diagnostic[]
}

export interface TemplateListing extends Pick<LibraryEntry, 'origin' | 'overrides'> {
  template: Template
}

export interface BriefListing {
  /** Path in the workspace: `briefs/orion.brief.yaml`. */
  file: string
  /** The brief's own title, or the file's name. */
  title: string
  /** Absent, with the rest, when the file cannot be read. */
  template?: string
  language?: Language
  /** When the file was last written, in milliseconds since 1970. */
  changed: number
}

export interface NewBrief {
  template: string
  language: Language
  /** What its author calls it. */
  name: string
}

export interface OpenBrief {
  file: string
  brief: Brief
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

export interface ChosenPack {
  /** The whole path, for people. */
  path: string
  name: string
}

/** What a template author puts into a pack, and says of it. What is empty is left out. */
export interface PackChoice {
  templates: string[]
  /** Those of the templates if empty. */
  title: string
  description: string
  version: string
  author: string
  licence: string
}

export interface ExportListing {
  path: string
  name: string
  /** In bytes. */
  size: number
  changed: number
}

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
  workspace: OpenWorkspace
  opened: Outcome<OpenBrief>
}
