import * as z from 'zod'
import type { Brief } from '../../engine/brief/types.js'
import { languages } from '../../engine/locale/index.js'
import { permissions } from '../../engine/vocabulary/index.js'
import {
  type Calls,
  type CopiesOrder,
  type ExportOrder,
  type NewBrief,
  type OpenBrief,
  type PackChoice,
  type SettingsChange,
  themeChoices,
} from '../contract/index.js'

/** A day as `2026-02-03`. Empty fields are left out of a brief, so nothing else passes. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const name = z.string().min(1).max(200)

/** Longer than any narrative an officer writes, and short enough to refuse a runaway paste. */
const prose = z.string().max(500_000)

const line = z.string().max(2000)

/** A brief file's path in the workspace. One folder deep and no `..`, so that it cannot leave it. */
const briefFile = z.string().regex(/^briefs\/(?!\.)[^/\\\0]+\.brief\.yaml$/)

const brief: z.ZodType<Brief> = z.strictObject({
  template: name,
  language: z.enum(languages),
  asOf: day.optional(),
  issued: day.optional(),
  title: line.optional(),
  marking: line.optional(),
  caveat: line.optional(),
  reference: line.optional(),
  from: line.optional(),
  to: line.optional(),
  through: line.optional(),
  cc: line.optional(),
  contact: line.optional(),
  size: z.enum(['A4', 'Letter']).optional(),
  theme: name.optional(),
  dossier: z.boolean().optional(),
  redacted: z.boolean().optional(),
  watermark: z.string().max(200).optional(),
  copy: z.strictObject({ number: z.int(), of: z.int(), recipient: z.string().max(200) }).optional(),
  parameters: z.record(name, z.union([prose, z.array(name).max(1000), z.boolean()])),
  narrative: z.record(name, prose),
})

const openBrief: z.ZodType<OpenBrief> = z.strictObject({ file: briefFile, brief })

const password = z.string().max(1000)

const exportOrder = z.strictObject({
  file: briefFile,
  brief,
  lock: z
    .strictObject({
      openPassword: password.optional(),
      ownerPassword: password.optional(),
      allowed: z.array(z.enum(permissions)).max(permissions.length),
    })
    .optional(),
})

const newBrief: z.ZodType<NewBrief> = z.strictObject({
  template: name,
  language: z.enum(languages),
  name: z.string().trim().min(1).max(120),
})

const settingsChange: z.ZodType<SettingsChange> = z.strictObject({
  language: z.enum(languages).optional(),
  theme: z.enum(themeChoices).optional(),
})

const packChoice: z.ZodType<PackChoice> = z.strictObject({
  templates: z.array(name).min(1).max(500),
  title: line,
  description: line,
  version: line,
  author: line,
  licence: line,
})

const path = z.string().min(1).max(4096)

const number = z.int().min(0)

const nothing = z.tuple([])

/** How the input of each call is read before a handler sees it. */
export const inputs: { [K in keyof Calls]: z.ZodType<Parameters<Calls[K]>> } = {
  readSettings: nothing,
  changeSettings: z.tuple([settingsChange]),
  readWorkspace: nothing,
  chooseWorkspace: nothing,
  readSource: z.tuple([path]),
  createBrief: z.tuple([newBrief]),
  openBrief: z.tuple([briefFile]),
  chooseBrief: nothing,
  saveBrief: z.tuple([openBrief]),
  renderBrief: z.tuple([openBrief]),
  exportPdf: z.tuple([exportOrder as z.ZodType<ExportOrder>]),
  exportCopies: z.tuple([exportOrder.extend({ recipients: prose }) as z.ZodType<CopiesOrder>]),
  stopCopies: nothing,
  listExports: nothing,
  openExport: z.tuple([path]),
  showExport: z.tuple([path]),
  choosePdf: nothing,
  takeExport: z.tuple([path]),
  takeDropped: z.tuple([path.or(z.literal(''))]),
  inspectPdf: z.tuple([number]),
  verifyPdf: z.tuple([number]),
  restorePdf: z.tuple([number]),
  choosePack: nothing,
  planPack: nothing,
  importPack: nothing,
  exportPack: z.tuple([packChoice]),
  showPack: nothing,
  openLink: z.tuple([z.string().max(4096)]),
  noteUnsaved: z.tuple([z.boolean()]),
  closeWindow: nothing,
}
