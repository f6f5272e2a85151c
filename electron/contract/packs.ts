/** Packs of templates: one that is looked at before it is imported, and one that is made. */
import type { Outcome } from '../../engine/base/index.js'
import type { ImportPlan } from '../../engine/pack/index.js'
import type { ImportedPack } from '../../host/index.js'
import type { Answers } from './answers.js'

export interface PackCalls {
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
}

export const packAnswers = {
  choosePack: false,
  planPack: true,
  importPack: true,
  exportPack: true,
  showPack: false,
} satisfies Answers<PackCalls>

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
