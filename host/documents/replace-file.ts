import { closeSync, linkSync, openSync, renameSync } from 'node:fs'
import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { passingName, systemCodeOf } from '../files/index.js'
import { takeTurns } from './take-turns.js'

/** What a new file takes over from the one it replaces. */
interface Ownership {
  mode: number
  uid: number
  gid: number
}

/**
 * Puts `content` in place of the file at `path`, whole or not at all, and so that it outlives a loss of power: written
 * and flushed beside it, renamed, and the folder flushed. Mode and owner stay.
 *
 * `isStillWanted` is asked last, with nothing but the rename left to do and in one step with it; if it says no, nothing
 * is changed and the result is `false`. Throws what the system says; a file that may not be written counts as `EACCES`,
 * though a rename would get past it.
 */
export async function replaceFile(
  path: string,
  content: string,
  isStillWanted: () => boolean,
): Promise<boolean> {
  const old = await stat(path)
  if ((old.mode & 0o222) === 0)
    throw Object.assign(new Error('read-only'), { code: 'EACCES', syscall: 'open' })
  return writeBeside(path, content, old, (beside) =>
    takeTurns(path, () => {
      if (!isStillWanted()) return false
      renameSync(beside, path)
      return true
    }),
  )
}

/** Puts a new file at `path`, whole or not at all; `false` when there is one already, which is left alone. */
export function placeFile(path: string, content: string): Promise<boolean> {
  return writeBeside(path, content, undefined, (beside) => {
    try {
      linkSync(beside, path)
      return true
    } catch (error) {
      const code = systemCodeOf(error)
      if (code === 'EEXIST') return false
      // Sticks in FAT and some network drives know no hard links.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'UNKNOWN'].includes(code ?? '')) throw error
      closeSync(openSync(path, 'wx'))
      renameSync(beside, path)
      return true
    }
  })
}

/** The same for a file of the program's own, which whoever writes last may have. */
export async function putFile(path: string, content: string): Promise<void> {
  await writeBeside(path, content, undefined, (beside) => {
    renameSync(beside, path)
    return true
  })
}

async function writeBeside(
  path: string,
  content: string,
  old: Ownership | undefined,
  putInPlace: (beside: string) => boolean | Promise<boolean>,
): Promise<boolean> {
  const beside = join(dirname(path), passingName())
  try {
    const file = await open(beside, 'wx', old?.mode ?? 0o666)
    try {
      if (old) await keepOwner(file, old)
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    const isDone = await putInPlace(beside)
    if (isDone) await flushFolder(dirname(path))
    return isDone
  } finally {
    // A disk that refuses this has been reported already; the next start sweeps it.
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

async function keepOwner(file: FileHandle, { mode, uid, gid }: Ownership): Promise<void> {
  // Only the owner of a file, or the system's, may say whose it is.
  await file.chown(uid, gid).catch(() => undefined)
  await file.chmod(mode & 0o7777)
}

/** Windows flushes a rename by itself and opens no folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } catch (error) {
    // Some network drives cannot; the file itself is flushed.
    if (systemCodeOf(error) !== 'EINVAL') throw error
  } finally {
    await opened.close()
  }
}
