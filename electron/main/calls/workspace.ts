import * as z from 'zod'
import type { WorkspaceCalls } from '../../contract/index.js'
import { nothing, path } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

export const workspaceInputs: Inputs<WorkspaceCalls> = {
  readWorkspace: z.tuple([z.int().nonnegative().optional()]),
  chooseWorkspace: nothing,
  takeOfferedWorkspace: nothing,
  readSource: z.tuple([path]),
}

export function workspaceHandlers({ workspace, closing, ask, say, tell }: Main): Handlers<WorkspaceCalls> {
  return {
    readWorkspace(knownCasebook) {
      const offered = workspace.offered()
      if (offered !== undefined) tell('workspaceOffered', offered)
      const { casebook, ...rest } = workspace.read()
      return rest.casebookNumber === knownCasebook ? rest : { ...rest, casebook }
    },
    async chooseWorkspace() {
      const folder = await ask.forFolder({
        title: say().chooseWorkspace,
        defaultPath: workspace.session().folder,
      })
      if (folder && (await closing.mayLeave())) await workspace.takeUp(folder)
      return workspace.read()
    },
    async takeOfferedWorkspace() {
      if (await closing.mayLeave()) await workspace.takeUpOffered()
      return workspace.read()
    },
    readSource: (file) => workspace.session().readSource(file),
  }
}
