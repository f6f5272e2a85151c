/** What the window remembers, and how it is changed. */
import type { Language } from '../../engine/locale/index.js'
import type { Answers } from './answers.js'

export interface SettingsCalls {
  readSettings(): Settings
  changeSettings(change: SettingsChange): Settings
  /** Keeps how the window was left for the next start. Nothing else hears of it. */
  keepLook(change: Partial<Look>): void
}

export const settingsAnswers = {
  readSettings: false,
  changeSettings: false,
  keepLook: false,
} satisfies Answers<SettingsCalls>

export interface SettingsEvents {
  settingsChanged: Settings
}

export const themeChoices = ['system', 'light', 'dark'] as const

export type ThemeChoice = (typeof themeChoices)[number]

export interface Settings {
  /** Of the window, not of a brief. */
  language: Language
  theme: ThemeChoice
  /** Briefs of the open workspace, the last opened first, as paths in it. */
  recent: string[]
  /** Whether edited files of the open workspace are saved by themselves after a rest. */
  autosaves: boolean
  look: Look
}

export const frontViews = ['briefs', 'editor', 'templates', 'casebook', 'problems', 'exports'] as const

/** How the window was left. */
export interface Look {
  view: (typeof frontViews)[number]
  /** The part of the width that the work on a brief has beside its page. */
  share: number
  /** How large pages are shown that were not looked at before; 1 is as they are printed. */
  pageZoom: number | 'fit'
}

export type SettingsChange = Partial<Pick<Settings, 'language' | 'theme' | 'autosaves'>>
