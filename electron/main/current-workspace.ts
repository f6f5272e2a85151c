import { type Diagnostic, diagnosticsOf } from '../../engine/base/index.js'
import { type DocumentState, type Documents, openDocuments, type RenderPool } from '../../host/index.js'
import type { WorkspaceContents } from '../contract/index.js'
import { watchWorkspace } from './watch-workspace.js'
import { hasFiles, openSession, prepareWorkspace, type WorkspaceSession } from './workspace-session.js'

export interface CurrentWorkspace {
  session(): WorkspaceSession
  /** Its edited files. */
  documents(): Documents
  /** What could not be recovered of the last start, as warnings. */
  recoveryFaults(): Diagnostic[]
  /** Closes the one that is open, and makes a workspace of a folder with nothing in it. */
  takeUp(folder: string): Promise<void>
  /** Notes what another start was asked to open. Whether that is another one than is open. */
  offer(folder: string): boolean
  /** What was offered and not taken up yet: a window that was being made did not hear of it. */
  offered(): string | undefined
  /** Takes up what was offered. It is not made anew if it was open before, for nobody has chosen it. */
  takeUpOffered(): Promise<void>
  /** What has not changed since it was read last is not looked at again. */
  read(): WorkspaceContents
  /** Keeps what is not saved, and stops. */
  end(): Promise<void>
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
    /** Whether it was open before: if there is nothing in it now, it has gone, and is not made anew. */
    wasOpen(folder: string): boolean
  },
): Promise<CurrentWorkspace> {
  let current = await open(folder, !on.wasOpen(folder))
  /** As it was read last, whichever workspace it was of. */
  let casebook: { is: WorkspaceContents['casebook']; number: number } = { is: undefined, number: 0 }
  let lastRead: WorkspaceContents | undefined
  let offered: string | undefined

  async function open(path: string, mayMake: boolean): Promise<Opened> {
    const firstFaults = mayMake ? prepareWorkspace(path, appRoot) : []
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

  async function end(): Promise<void> {
    current.stopWatching()
    await current.documents.end()
  }

  async function change(path: string, mayMake: boolean): Promise<void> {
    await end()
    current = await open(path, mayMake)
    lastRead = undefined
    on.takenUp(path)
  }

  const isGone = (folder: string) => on.wasOpen(folder) && !hasFiles(folder)

  return {
    session: () => current.session,
    documents: () => current.documents,
    recoveryFaults: () => current.recoveryFaults,
    takeUp: (path) => change(path, true),
    offer(path) {
      offered = path === current.session.folder ? undefined : path
      return offered !== undefined
    },
    offered: () => offered,
    async takeUpOffered() {
      const path = offered
      offered = undefined
      if (path !== undefined) await change(path, !on.wasOpen(path))
    },
    read() {
      const { session, firstFaults } = current
      if (lastRead && isGone(session.folder)) return { ...lastRead, isGone: true }
      const contents = session.read()
      if (contents.casebook !== casebook.is) casebook = { is: contents.casebook, number: casebook.number + 1 }
      lastRead = {
        ...contents,
        isGone: isGone(session.folder) || undefined,
        casebookNumber: casebook.is ? casebook.number : 0,
        diagnostics: [...firstFaults, ...contents.diagnostics],
      }
      return lastRead
    },
    end,
  }
}
