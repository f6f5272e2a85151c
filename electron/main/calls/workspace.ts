import { dirname, join } from 'node:path'
import * as z from 'zod'
import { success } from '../../../engine/base/index.js'
import { createWorkspace } from '../../../host/index.js'
import type { WorkspaceCalls } from '../../contract/index.js'
import { nothing, path } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

export const workspaceInputs: Inputs<WorkspaceCalls> = {
  readWorkspace: z.tuple([z.int().nonnegative().optional()]),
  chooseWorkspace: nothing,
  beginCasebook: nothing,
  takeOfferedWorkspace: nothing,
  readSource: z.tuple([path]),
}

export function workspaceHandlers({
  appRoot,
  workspace,
  closing,
  ask,
  say,
  tell,
}: Main): Handlers<WorkspaceCalls> {
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
    async beginCasebook() {
      // A name is asked for, and not a folder: the folder must not be there yet, or be empty.
      const folder = await ask.whereToSave({
        title: say().restoreTitle,
        buttonLabel: say().restore,
        defaultPath: join(dirname(workspace.session().folder), say().newCasebook),
        properties: ['createDirectory'],
      })
      if (!folder || !(await closing.mayLeave())) return success(null)
      const made = createWorkspace(folder, { appRoot, empty: true })
      if (!made.ok) return made
      await workspace.takeUp(made.value.dir)
      return success(workspace.read())
    },
    async takeOfferedWorkspace() {
      if (await closing.mayLeave()) await workspace.takeUpOffered()
      return workspace.read()
    },
    readSource: (file) => workspace.session().readSource(file),
  }
}
