import { join } from 'node:path'
import * as z from 'zod'
import { success } from '../../../engine/base/index.js'
import { exportPack, packEnding } from '../../../host/index.js'
import type { PackCalls, PackChoice } from '../../contract/index.js'
import { createPacksOnHand } from '../packs-on-hand.js'
import { line, name, nothing } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

const packChoice: z.ZodType<PackChoice> = z.strictObject({
  templates: z.array(name).min(1).max(500),
  title: line,
  description: line,
  version: line,
  author: line,
  licence: line,
})

export const packInputs: Inputs<PackCalls> = {
  choosePack: nothing,
  planPack: nothing,
  importPack: nothing,
  exportPack: z.tuple([packChoice]),
  showPack: nothing,
}

export function packHandlers({ pool, appRoot, workspace, ask, say, system }: Main): Handlers<PackCalls> {
  const packs = createPacksOnHand(pool, appRoot)
  const folder = () => workspace.session().folder
  const filters = () => [{ name: say().pack, extensions: [packEnding.slice(1)] }]
  return {
    async choosePack() {
      const path = await ask.forFile({ title: say().choosePack, filters: filters() })
      return path ? packs.choose(path) : null
    },
    planPack: () => packs.plan(folder()),
    importPack: () => packs.import(folder()),
    async exportPack(choice) {
      const made = await packs.make(choice, folder())
      if (!made.ok) return made
      const chosen = await ask.whereToSave({
        title: say().exportPackTitle,
        defaultPath: join(folder(), 'exports', `${made.value.about.id}${packEnding}`),
        filters: filters(),
      })
      if (!chosen) return success(null)
      const path = chosen.endsWith(packEnding) ? chosen : `${chosen}${packEnding}`
      const written = await exportPack(path, made.value.bytes)
      if (!written.ok) return written
      packs.noteExported(path)
      return success(path, made.warnings)
    },
    showPack() {
      const path = packs.exported()
      if (path) system.showItemInFolder(path)
    },
  }
}
