import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from './root-folder.mjs'

/**
 * Whether `output` is newer than everything in `sources`; paths from the root of the checkout. A folder's own time
 * counts, so that a file taken away is noticed.
 *
 * @param {string} output
 * @param {string[]} sources
 */
export function isFresh(output, sources) {
  const made = timeOf(join(rootFolder, output))
  return made > 0 && sources.every((source) => newestIn(join(rootFolder, source)) <= made)
}

/** @param {string} path @returns {number} */
function newestIn(path) {
  const about = statSync(path, { throwIfNoEntry: false })
  if (!about?.isDirectory()) return about?.mtimeMs ?? 0
  return Math.max(
    about.mtimeMs,
    ...readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .map((entry) =>
        entry.isDirectory() ? newestIn(join(path, entry.name)) : timeOf(join(path, entry.name)),
      ),
  )
}

/** @param {string} path */
function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
