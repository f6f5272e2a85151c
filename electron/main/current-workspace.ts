import { type Diagnostic, diagnosticsOf } from '../../engine/base/index.js'
import { type DocumentState, type Documents, openDocuments, type RenderPool } from '../../host/index.js'
import type { WorkspaceContents } from '../contract/index.js'
import { watchWorkspace } from './watch-workspace.js'
import { openSession, prepareWorkspace, type WorkspaceSession } from './workspace-session.js'

export interface CurrentWorkspace {
  session(): WorkspaceSession
  /** Its edited files. */
  documents(): Documents
  /** What could not be recovered of the last start, as warnings. */
  recoveryFaults(): Diagnostic[]
  /** Closes the one that is open, and makes a workspace of a folder with nothing in it. */
  takeUp(folder: string): Promise<void>
  /** What has not changed since it was read last is not looked at again. */
  read(): WorkspaceContents
}

interface Opened {
  session: WorkspaceSession
  documents: Documents
  recoveryFaults: Diagnostic[]
  /** What went wrong when it was made. */
  firstFaults: Diagnostic[]
  stopWatching(): void
}

/** The workspace that the window works on, beginning with `folder`. Knows no Electron. */
export async function openCurrentWorkspace(
  folder: string,
  {
    appRoot,
    pool,
    documentsFolder,
  }: {
    appRoot: string
    pool: RenderPool
    /** Of the program's own, for unsaved texts and the history of all workspaces. */
    documentsFolder: string
  },
  on: {
    /** A file of it was written. */
    filesChanged(): void
    documentChanged(state: DocumentState): void
    takenUp(folder: string): void
    /** Whether its edited files are saved by themselves. */
    isAutosaving(folder: string): boolean
  },
): Promise<CurrentWorkspace> {
  let current = await open(folder)
  /** As it was read last, whichever workspace it was of. */
  let casebook: { is: WorkspaceContents['casebook']; number: number } = { is: undefined, number: 0 }

  async function open(path: string): Promise<Opened> {
    const firstFaults = prepareWorkspace(path, appRoot)
    const opened = await openDocuments({
      workspace: path,
      dataFolder: documentsFolder,
      isAutosaving: on.isAutosaving(path),
    })
    if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join('; '))
    opened.value.onChanged(on.documentChanged)
    return {
      session: openSession(path, appRoot, pool),
      documents: opened.value,
      recoveryFaults: diagnosticsOf(opened),
      firstFaults,
      stopWatching: watchWorkspace(path, on.filesChanged),
    }
  }

  return {
    session: () => current.session,
    documents: () => current.documents,
    recoveryFaults: () => current.recoveryFaults,
    async takeUp(path) {
      current.stopWatching()
      await current.documents.end()
      current = await open(path)
      on.takenUp(path)
    },
    read() {
      const contents = current.session.read()
      if (contents.casebook !== casebook.is) casebook = { is: contents.casebook, number: casebook.number + 1 }
      return {
        ...contents,
        casebookNumber: casebook.is ? casebook.number : 0,
        diagnostics: [...current.firstFaults, ...contents.diagnostics],
      }
    },
  }
}
