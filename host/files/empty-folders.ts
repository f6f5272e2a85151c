import { rmdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Removes the folders that were made for something that then failed: `deepest` and those above it, up to
 * `first`. Stops at one that is not empty, for someone else may have put something there. Absolute paths.
 */
export function removeEmptyFolders(deepest: string, first: string): void {
  for (let folder = deepest; folder.length >= first.length; folder = dirname(folder)) {
    try {
      rmdirSync(folder)
    } catch {
      return
    }
  }
}
