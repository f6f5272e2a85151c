import type { Shell } from 'electron'
import type * as z from 'zod'
import type { PdfReader, RenderPool } from '../../../host/index.js'
import type { Events } from '../../contract/index.js'
import type { Ask } from '../ask.js'
import type { Closing } from '../closing.js'
import type { CurrentWorkspace } from '../current-workspace.js'
import type { ExportedFiles } from '../exported-files.js'
import type { WindowSettings } from '../window-settings.js'
import type { Words } from '../words.js'

/** How the input of each call of a topic is read before its handler sees it. */
export type Inputs<Calls> = {
  [K in keyof Calls]: Calls[K] extends (...input: infer Input) => unknown ? z.ZodType<Input> : never
}

export type Handlers<Calls> = {
  [K in keyof Calls]: Calls[K] extends (...input: infer Input) => infer Answer
    ? (...input: Input) => Answer | Promise<Answer>
    : never
}

/** What handlers have at hand. They name no Electron, so that they can be tested without it. */
export interface Main {
  appRoot: string
  pool: RenderPool
  readPdf: PdfReader
  settings: WindowSettings
  workspace: CurrentWorkspace
  exported: ExportedFiles
  closing: Closing
  ask: Ask
  /** Opens files and addresses with the programs that the system has for them. */
  system: Pick<Shell, 'openPath' | 'showItemInFolder' | 'openExternal'>
  /** What main says, in the window's language. */
  say(): Words
  tell<K extends keyof Events>(name: K, event: Events[K]): void
}
