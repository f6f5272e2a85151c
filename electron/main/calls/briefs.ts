import { join } from 'node:path'
import * as z from 'zod'
import { type Outcome, success } from '../../../engine/base/index.js'
import { languages } from '../../../engine/locale/index.js'
import type { BriefCalls, NewBrief } from '../../contract/index.js'
import { createBrief } from '../create-brief.js'
import { briefFileAt } from '../workspace-session.js'
import { briefFile, name, nothing, openBrief } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

const newBrief: z.ZodType<NewBrief> = z.strictObject({
  template: name,
  language: z.enum(languages),
  name: z.string().trim().min(1).max(120),
})

export const briefInputs: Inputs<BriefCalls> = {
  createBrief: z.tuple([newBrief]),
  openBrief: z.tuple([briefFile]),
  chooseBrief: nothing,
  saveBrief: z.tuple([openBrief]),
  renderBrief: z.tuple([openBrief]),
}

export function briefHandlers({ workspace, settings, ask, say }: Main): Handlers<BriefCalls> {
  const { session, documents } = workspace
  const noteIfOpened = <T extends { file: string }>(outcome: Outcome<T>): Outcome<T> => {
    if (outcome.ok) settings.noteOpened(outcome.value.file)
    return outcome
  }
  return {
    createBrief: async (start) => noteIfOpened(await createBrief(start, session(), documents())),
    openBrief: (file) => noteIfOpened(session().openBrief(file)),
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
    saveBrief: (draft) => session().saveBrief(draft),
    renderBrief: (draft) => session().preview(draft),
  }
}
