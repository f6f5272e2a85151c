/** Briefs of the open workspace: made, opened, saved, and compiled as they are written. */
import type { Outcome } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import type { Language } from '../../engine/locale/index.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import type { DocumentState } from '../../host/documents/index.js'
import type { Answers } from './answers.js'

export interface BriefCalls {
  /**
   * Makes a brief file with the template's defaults, and gives it open. Its title is `name`, unless that is the
   * template's own. The file is named after it, and never replaces one.
   */
  createBrief(start: NewBrief): Outcome<DocumentState>
  /** Asks for a brief of this workspace with the system's own dialog: its path in it, or nothing when it is cancelled. */
  chooseBrief(): Outcome<string | null>
  /** Compiles a draft as it is in the window. Runs on a worker thread. */
  renderBrief(draft: OpenBrief): Outcome<RenderedPdf>
}

export const briefAnswers = {
  createBrief: true,
  chooseBrief: true,
  renderBrief: true,
} satisfies Answers<BriefCalls>

export interface BriefEvents {
  /** A recent brief was chosen in the menu: its path in the workspace. */
  briefChosen: string
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
