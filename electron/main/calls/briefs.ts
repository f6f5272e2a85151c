import { join } from 'node:path'
import * as z from 'zod'
import { success } from '../../../engine/base/index.js'
import { languages } from '../../../engine/locale/index.js'
import type { BriefCalls, NewBrief } from '../../contract/index.js'
import { createBrief } from '../create-brief.js'
import { briefFileAt } from '../workspace-session.js'
import { name, nothing, openBrief } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

const newBrief: z.ZodType<NewBrief> = z.strictObject({
  template: name,
  language: z.enum(languages),
  name: z.string().trim().min(1).max(120),
})

export const briefInputs: Inputs<BriefCalls> = {
  createBrief: z.tuple([newBrief]),
  chooseBrief: nothing,
  renderBrief: z.tuple([openBrief]),
}

export function briefHandlers({ workspace, settings, ask, say }: Main): Handlers<BriefCalls> {
  const { session, documents } = workspace
  return {
    async createBrief(start) {
      const created = await createBrief(start, session(), documents())
      if (created.ok) settings.noteOpened(created.value.file)
      return created
    },
    async chooseBrief() {
      const { folder } = session()
      const path = await ask.forFile({
        title: say().chooseBrief,
        defaultPath: join(folder, 'briefs'),
        filters: [{ name: say().brief, extensions: ['yaml'] }],
      })
      if (!path) return success(null)
      return briefFileAt(path, folder)
    },
    renderBrief: (draft) => session().preview(draft),
  }
}
