/** What the window remembers, and how it is changed. */
import type { Language } from '../../engine/locale/index.js'
import type { Answers } from './answers.js'

export interface SettingsCalls {
  readSettings(): Settings
  changeSettings(change: SettingsChange): Settings
}

export const settingsAnswers = {
  readSettings: false,
  changeSettings: false,
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
}

export type SettingsChange = Partial<Pick<Settings, 'language' | 'theme' | 'autosaves'>>
