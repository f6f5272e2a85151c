import { statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { pathOnDisk } from '../host/files/index.js'

/** What `--out` says for standard output. */
export const standardOutput = '-'

/** The absolute path of a file or folder that is there, as somebody typed it in `cwd`. */
export function givenPath(cwd: string, typed: string): string {
  return pathOnDisk(resolve(cwd, typed))
}

/** The workspace that `--workspace` names; the built-in one is `undefined`. */
export function givenWorkspace(cwd: string, { workspace }: { workspace?: string }): string | undefined {
  return workspace === undefined ? undefined : givenPath(cwd, workspace)
}

/**
 * The absolute path that a file is written to: the one that `--out` names, or under its own `name` in the folder that it
 * names, which is there or ends in a slash; and in `out/` where there is no `--out`.
 */
export function outputPath(cwd: string, out: string | undefined, name: string): string {
  if (out === undefined) return resolve(cwd, 'out', name)
  const path = givenPath(cwd, out)
  const isFolder = out.endsWith('/') || out.endsWith(sep) || isFolderThere(path)
  return isFolder ? join(path, name) : path
}

function isFolderThere(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // What cannot be written there is said when it is.
    return false
  }
}
