import { renameSync } from 'node:fs'
import { ownershipOf, putFile } from '../files/index.js'
import { takeTurns } from './take-turns.js'

/**
 * Puts `content` in place of the file at `path`; see `putFile`.
 *
 * `isStillWanted` is asked last, with nothing but the rename left to do and in one step with it; if it says no, nothing
 * is changed and the result is `false`. Throws what the system says.
 */
export function replaceFile(path: string, content: string, isStillWanted: () => boolean): Promise<boolean> {
  return putFile(path, content, {
    old: ownershipOf(path),
    putInPlace: (beside) =>
      takeTurns(path, () => {
        if (!isStillWanted()) return false
        renameSync(beside, path)
        return true
      }),
  })
}
