/**
 * What main answers to each call of the contract: a file a topic, with the schema of its input and a handler that asks,
 * calls what does the work, and gives the outcome.
 */
import type { Calls } from '../../contract/index.js'
import { briefHandlers } from './briefs.js'
import { documentHandlers } from './documents.js'
import { exportHandlers } from './exports.js'
import { packHandlers } from './packs.js'
import { pdfHandlers } from './pdfs.js'
import { settingsHandlers } from './settings.js'
import type { Handlers, Main } from './topic.js'
import { windowHandlers } from './window.js'
import { workspaceHandlers } from './workspace.js'

export { inputs } from './inputs.js'
export type { Handlers, Main } from './topic.js'

export function createHandlers(main: Main): Handlers<Calls> {
  return {
    ...settingsHandlers(main),
    ...workspaceHandlers(main),
    ...briefHandlers(main),
    ...documentHandlers(main),
    ...exportHandlers(main),
    ...pdfHandlers(main),
    ...packHandlers(main),
    ...windowHandlers(main),
  }
}
