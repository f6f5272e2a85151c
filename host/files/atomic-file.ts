import { open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { removeEmptyFolders } from './empty-folders.js'
import { fileFault, systemCodeOf, workspaceFault } from './file-fault.js'
import { flushFolder } from './flush.js'
import { makeFolders } from './make-folders.js'
import { passingName, sweepPassingFiles } from './passing-files.js'

/** By absolute path, the write that is under way, so that of two saves the later one wins. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Puts `content` at `path`, whole or not at all: it is written and flushed beside it, then renamed, and the folder is
 * flushed. What killed processes left there on its way is swept.
 *
 * Missing folders are made. When it fails, an existing file is as it was, and neither a part of the new one
 * nor a folder made for it is left. Whatever is no regular file, a device say, is refused.
 * `write-file-atomic` is not used: it ignores short writes, and on a full disk puts a truncated file in place.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<Outcome<string>> {
  const target = resolve(path)
  const earlier = underWay.get(target)
  const mine = (async () => {
    await earlier
    return write(target, path, content)
  })()
  underWay.set(target, mine)
  try {
    return await mine
  } finally {
    if (underWay.get(target) === mine) underWay.delete(target)
  }
}

async function write(target: string, shown: string, content: string | Uint8Array): Promise<Outcome<string>> {
  let firstMade: string | undefined
  let beside: string | undefined
  try {
    firstMade = makeFolders(dirname(target))
    // A link stays a link: what it leads to is replaced.
    const real = await unlessMissing(realpath(target), target)
    const old = await unlessMissing(stat(real), undefined)
    if (old?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR', syscall: 'open' })
    if (old && !old.isFile()) {
      return failure(
        workspaceFault(
          'not-a-file',
          shown,
          `cannot write \`${shown}\`: it is a device and not a file`,
          'give the path of a file',
        ),
      )
    }
    sweepPassingFiles(dirname(real), Date.now(), false)
    beside = join(dirname(real), passingName())
    const file = await open(beside, 'wx', old?.mode ?? 0o666)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, real)
    flushFolder(dirname(real))
    return success(real)
  } catch (error) {
    const fault = fileFault(error, shown, 'write')
    // It may never have been made, and a disk that refuses this too has already been reported.
    if (beside !== undefined) await unlink(beside).catch(() => undefined)
    if (firstMade !== undefined) removeEmptyFolders(dirname(target), firstMade)
    return failure(fault)
  }
}

async function unlessMissing<T, U>(promise: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await promise
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return otherwise
    throw error
  }
}
