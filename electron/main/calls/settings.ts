import * as z from 'zod'
import { languages } from '../../../engine/locale/index.js'
import {
  frontViews,
  type Look,
  type SettingsCalls,
  type SettingsChange,
  themeChoices,
} from '../../contract/index.js'
import { nothing } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

const settingsChange: z.ZodType<SettingsChange> = z.strictObject({
  language: z.enum(languages).optional(),
  theme: z.enum(themeChoices).optional(),
  autosaves: z.boolean().optional(),
})

const look: z.ZodType<Partial<Look>> = z.strictObject({
  view: z.enum(frontViews).optional(),
  share: z.number().min(0).max(1).optional(),
  pageZoom: z.union([z.literal('fit'), z.number().min(0.1).max(10)]).optional(),
})

export const settingsInputs: Inputs<SettingsCalls> = {
  readSettings: nothing,
  changeSettings: z.tuple([settingsChange]),
  keepLook: z.tuple([look]),
}

export function settingsHandlers({ settings }: Main): Handlers<SettingsCalls> {
  return { readSettings: settings.current, changeSettings: settings.change, keepLook: settings.keepLook }
}
