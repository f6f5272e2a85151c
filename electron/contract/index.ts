/**
 * Everything that the window can ask of the main process, and everything that main tells the window: a file a topic.
 *
 * Main's handlers and preload's bridge are both checked against it: a call that is missing, extra or changed on one
 * side does not compile. What crosses is plain data. A new call stands in its topic here, with its schema and its
 * handler in `main/calls/`; the bridge follows from the tables.
 */
import { type BriefCalls, type BriefEvents, briefAnswers } from './briefs.js'
import { type DocumentCalls, type DocumentEvents, documentAnswers } from './documents.js'
import { type ExportCalls, type ExportEvents, exportAnswers } from './exports.js'
import { type PackCalls, packAnswers } from './packs.js'
import { type PdfCalls, pdfAnswers } from './pdfs.js'
import { type SettingsCalls, type SettingsEvents, settingsAnswers } from './settings.js'
import { type WindowCalls, type WindowEvents, windowAnswers } from './window.js'
import { type WorkspaceCalls, type WorkspaceEvents, workspaceAnswers } from './workspace.js'

export * from './briefs.js'
export * from './documents.js'
export * from './exports.js'
export * from './packs.js'
export * from './pdfs.js'
export * from './settings.js'
export * from './window.js'
export * from './workspace.js'

export interface Calls
  extends SettingsCalls,
    WorkspaceCalls,
    BriefCalls,
    DocumentCalls,
    ExportCalls,
    PdfCalls,
    PackCalls,
    WindowCalls {}

/** The names of all calls, and whether they answer with an `Outcome`. */
export const answersWithOutcome = {
  ...settingsAnswers,
  ...workspaceAnswers,
  ...briefAnswers,
  ...documentAnswers,
  ...exportAnswers,
  ...pdfAnswers,
  ...packAnswers,
  ...windowAnswers,
} satisfies Record<keyof Calls, boolean>

/** What main tells the window without being asked. */
export interface Events
  extends SettingsEvents,
    WorkspaceEvents,
    BriefEvents,
    DocumentEvents,
    ExportEvents,
    WindowEvents {}

/** The names of all events. */
export const eventNames = {
  settingsChanged: true,
  workspaceChanged: true,
  workspaceOffered: true,
  briefChosen: true,
  documentChanged: true,
  closing: true,
  copyStarted: true,
  menuChosen: true,
} satisfies Record<keyof Events, true>

export type Bridge = {
  [K in keyof Calls]: (...input: BridgeInput<K>) => Promise<ReturnType<Calls[K]>>
} & {
  /** Gives back its own unsubscribe. */
  [K in keyof Events as `on${Capitalize<K>}`]: (listener: (event: Events[K]) => void) => () => void
}

/** The page never names a path of its own choice: it hands over the file that it was given. */
type BridgeInput<K extends keyof Calls> = K extends 'takeDropped' ? [file: File] : Parameters<Calls[K]>
