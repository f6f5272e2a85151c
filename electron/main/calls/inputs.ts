import type { Calls } from '../../contract/index.js'
import { briefInputs } from './briefs.js'
import { documentInputs } from './documents.js'
import { exportInputs } from './exports.js'
import { packInputs } from './packs.js'
import { pdfInputs } from './pdfs.js'
import { settingsInputs } from './settings.js'
import type { Inputs } from './topic.js'
import { windowInputs } from './window.js'
import { workspaceInputs } from './workspace.js'

/** How the input of each call is read before a handler sees it. */
export const inputs: Inputs<Calls> = {
  ...settingsInputs,
  ...workspaceInputs,
  ...briefInputs,
  ...documentInputs,
  ...exportInputs,
  ...pdfInputs,
  ...packInputs,
  ...windowInputs,
}
