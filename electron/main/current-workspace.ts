import type { Diagnostic } from '../../engine/base/index.js'
import type { RenderPool } from '../../host/index.js'
import type { WorkspaceContents } from '../contract/index.js'
import { watchWorkspace } from './watch-workspace.js'
import { openSession, prepareWorkspace, type WorkspaceSession } from './workspace-session.js'

export interface CurrentWorkspace {
  session(): WorkspaceSession
  /** Closes the one that is open, and makes a workspace of a folder with nothing in it. */
  takeUp(folder: string): void
  /** What has not changed since it was read last is not looked at again. */
  read(): WorkspaceContents
}

/** The workspace that the window works on, beginning with `folder`. Knows no Electron. */
export function openCurrentWorkspace(
  folder: string,
  { appRoot, pool }: { appRoot: string; pool: RenderPool },
  on: {
    /** A file of it was written. */
    filesChanged(): void
    takenUp(folder: string): void
  },
): CurrentWorkspace {
  let session: WorkspaceSession
  let firstFaults: Diagnostic[]
  let stopWatching: () => void

  function open(path: string): void {
    firstFaults = prepareWorkspace(path, appRoot)
    session = openSession(path, appRoot, pool)
    stopWatching = watchWorkspace(path, on.filesChanged)
  }

  function read(): WorkspaceContents {
    const contents = session.read()
    return { ...contents, diagnostics: [...firstFaults, ...contents.diagnostics] }
  }

  open(folder)
  return {
    session: () => session,
    takeUp(path) {
      stopWatching()
      open(path)
      on.takenUp(path)
    },
    read,
  }
}
