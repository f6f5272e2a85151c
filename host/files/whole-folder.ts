import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { removeEmptyFolders } from './empty-folders.js'
import { fileFault, workspaceFault } from './file-fault.js'
import { flushFolderNow, flushTree } from './flush.js'
import { makeFolders } from './make-folders.js'
import { passingName, sweepPassingFiles } from './passing-files.js'

/**
 * Makes the folder `dir` by what `fill` puts into it, whole or not at all, and gives its absolute path with what
 * `fill` gave.
 *
 * It is built and flushed beside `dir` and renamed. A folder that is there already is used if it is empty, and refused with
 * `workspace/not-empty` if not.
 */
export function makeWholeFolder<T>(
  dir: string,
  fill: (folder: string) => T,
): Outcome<{ dir: string; made: T }> {
  const target = resolve(dir)
  const beside = join(dirname(target), passingName())
  const isThere = existsSync(target)
  let firstMade: string | undefined
  try {
    if (isThere && isFilled(target)) return failure(notEmpty(dir))
    firstMade = makeFolders(dirname(target))
    sweepPassingFiles(dirname(target), Date.now(), false)
    mkdirSync(beside)
  } catch (error) {
    return failure(fileFault(error, dir, 'write'))
  }
  try {
    const made = fill(beside)
    flushTree(beside)
    // Windows renames onto no folder, not even onto an empty one; elsewhere nobody ever sees it missing.
    if (isThere && process.platform === 'win32') rmdirSync(target)
    renameSync(beside, target)
    flushFolderNow(dirname(target))
    return success({ dir: target, made })
  } catch (error) {
    const fault = wasFilledMeanwhile(target) ? notEmpty(dir) : fileFault(error, dir, 'write')
    rmSync(beside, { recursive: true, force: true })
    if (isThere) mkdirSync(target, { recursive: true })
    if (firstMade !== undefined) removeEmptyFolders(dirname(target), firstMade)
    return failure(fault)
  }
}

function isFilled(folder: string): boolean {
  return readdirSync(folder).length > 0
}

/** By somebody else, another process of this program say. */
function wasFilledMeanwhile(folder: string): boolean {
  try {
    return isFilled(folder)
  } catch {
    return false
  }
}

function notEmpty(dir: string) {
  return workspaceFault(
    'not-empty',
    dir,
    `\`${dir}\` is not empty, and a workspace needs a folder of its own`,
    'give the name of a folder that does not exist yet',
  )
}
