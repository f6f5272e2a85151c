import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { languages } from '../../engine/locale/index.js'
import { putFileNow, sweepPassingFiles } from '../../host/index.js'
import { frontViews, type Look, themeChoices } from '../contract/index.js'

/** Of a first start. */
const firstLook: Look = { view: 'briefs', share: 0.46, pageZoom: 'fit' }

const schema = z.object({
  language: z.enum(languages).optional().catch(undefined),
  theme: z.enum(themeChoices).catch('system'),
  /** Absolute path of the workspace that was open last. */
  workspace: z.string().optional().catch(undefined),
  /** Absolute folders that were open as workspaces, the last one first. */
  opened: z.array(z.string()).catch([]),
  /** Briefs opened, the last one first: absolute workspace folder and path in it. */
  recent: z.array(z.object({ folder: z.string(), file: z.string() })).catch([]),
  /** Absolute folders of the workspaces whose files are saved only when their author says so. */
  savedByHand: z.array(z.string()).catch([]),
  look: z
    .object({
      view: z.enum(frontViews).catch(firstLook.view),
      share: z.number().min(0).max(1).catch(firstLook.share),
      pageZoom: z.union([z.literal('fit'), z.number().min(0.1).max(10)]).catch(firstLook.pageZoom),
    })
    .catch(firstLook),
  /** How large everything in the window is; 1 is as the system has it. */
  zoom: z.number().min(0.25).max(5).catch(1),
  window: z
    .object({
      x: z.number().int().optional(),
      y: z.number().int().optional(),
      width: z.number().int().min(200),
      height: z.number().int().min(200),
      isMaximized: z.boolean(),
    })
    .optional()
    .catch(undefined),
})

/** What the window remembers between starts. Nothing of an author's work is in it. */
export type SavedSettings = z.infer<typeof schema>

export interface SettingsStore {
  get(): SavedSettings
  /** Changes what is remembered; a disk that refuses costs the memory of it and nothing else. */
  change(change: Partial<SavedSettings>): SavedSettings
}

/** A missing or damaged file counts as empty, field by field. */
export function openSettings(path: string): SettingsStore {
  sweepPassingFiles(dirname(path), Date.now(), false)
  let settings = schema.parse(readJson(path))
  return {
    get: () => settings,
    change(change) {
      settings = { ...settings, ...change }
      try {
        putFileNow(path, `${JSON.stringify(settings, null, 2)}\n`)
      } catch {
        // Remembering a window's size is not worth a message to someone whose disk is full.
      }
      return settings
    },
  }
}

function readJson(path: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}
