import { realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { removeEmptyFolders } from './empty-folders.js'
import { fileFault, systemCodeOf, workspaceFault } from './file-fault.js'
import { makeFolders } from './make-folders.js'
import { sweepPassingFiles } from './passing-files.js'
import { ownershipOf, putFile } from './put-file.js'

/** By absolute path, the write that is under way, so that of two saves the later one wins. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Puts `content` at `path`, whole or not at all; see `putFile`. What killed processes left there on its way is swept.
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
  try {
    firstMade = makeFolders(dirname(target))
    // A link stays a link: what it leads to is replaced.
    const real = realPathOf(target)
    const old = statSync(real, { throwIfNoEntry: false })
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
    await putFile(real, content, { old: ownershipOf(real) })
    return success(real)
  } catch (error) {
    const fault = fileFault(error, shown, 'write')
    if (firstMade !== undefined) removeEmptyFolders(dirname(target), firstMade)
    return failure(fault)
  }
}

function realPathOf(target: string): string {
  try {
    return realpathSync(target)
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return target
    throw error
  }
}
