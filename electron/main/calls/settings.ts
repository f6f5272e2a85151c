import * as z from 'zod'
import { languages } from '../../../engine/locale/index.js'
import { type SettingsCalls, type SettingsChange, themeChoices } from '../../contract/index.js'
import { nothing } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

const settingsChange: z.ZodType<SettingsChange> = z.strictObject({
  language: z.enum(languages).optional(),
  theme: z.enum(themeChoices).optional(),
  autosaves: z.boolean().optional(),
})

export const settingsInputs: Inputs<SettingsCalls> = {
  readSettings: nothing,
  changeSettings: z.tuple([settingsChange]),
}

export function settingsHandlers({ settings }: Main): Handlers<SettingsCalls> {
  return { readSettings: settings.current, changeSettings: settings.change }
}
