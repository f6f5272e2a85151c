/** The window itself: its menu, its links and how it closes. */
import type { Answers } from './answers.js'

export interface WindowCalls {
  /** Shows a web address in full and opens it in the browser only when the reader says so. */
  openLink(address: string): boolean
  /** What the window held is handed in: it may be closed. */
  closeWindow(): void
}

export const windowAnswers = {
  openLink: false,
  closeWindow: false,
} satisfies Answers<WindowCalls>

export interface WindowEvents {
  menuChosen: MenuCommand
}

export const menuCommands = [
  'new-brief',
  'open-brief',
  'open-pdf',
  'verify-pdf',
  'open-workspace',
  'save',
  'history',
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
