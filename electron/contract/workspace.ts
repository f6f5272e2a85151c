/** The open workspace as a whole: its casebook, its templates and the list of its briefs. */
import type { Diagnostic, Outcome } from '../../engine/base/index.js'
import type { Casebook } from '../../engine/casebook/types.js'
import type { Language } from '../../engine/locale/index.js'
import type { LibraryEntry, Template } from '../../engine/template/types.js'
import type { Answers } from './answers.js'

export interface WorkspaceCalls {
  /** Reads the whole folder anew. The casebook comes along unless it is the one that the window knows by its number. */
  readWorkspace(knownCasebook?: number): WorkspaceContents
  /** Asks for a folder and opens it; the workspace that was open stays when nothing is chosen. */
  chooseWorkspace(): WorkspaceContents
  /** Asks where to, makes a workspace with an empty casebook and opens it; nothing when the dialog is cancelled. */
  beginCasebook(): Outcome<WorkspaceContents | null>
  /** Opens the workspace that was offered. */
  takeOfferedWorkspace(): WorkspaceContents
  /** A text file of the workspace, or a built-in one by the path that a diagnostic gives. */
  readSource(file: string): Outcome<string>
}

export const workspaceAnswers = {
  readWorkspace: false,
  chooseWorkspace: false,
  beginCasebook: true,
  takeOfferedWorkspace: false,
  readSource: true,
} satisfies Answers<WorkspaceCalls>

export interface WorkspaceEvents {
  /** A file of the workspace was written by another program. */
  workspaceChanged: null
  /** The program was started again, for another workspace: its folder. */
  workspaceOffered: string
}

export interface WorkspaceContents {
  folder: string
  /** Its folder was there before and is not any more, or is empty. The rest is as it was read last. */
  isGone?: boolean
  /** Absent when the casebook cannot be read; the diagnostics say why. Of tens of thousands of records it weighs megabytes. */
  casebook?: Casebook
  /** Another one whenever the casebook is another one; 0 where there is none. */
  casebookNumber: number
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
