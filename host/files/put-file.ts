/**
 * How a file gets to its place: whole or not at all, and so that it outlives a loss of power. It is written and flushed
 * beside its place, put there in one step, and the folder is flushed.
 *
 * What it replaces gives it mode and owner. The name beside is short, so that a disk that takes the file's own name takes
 * it too. All of this throws what the system says, and leaves nothing beside.
 */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { systemCodeOf } from './file-fault.js'
import { flush, flushFolder, flushFolderNow } from './flush.js'
import { passingName } from './passing-files.js'

/** What a new file takes over from the one it replaces. */
export interface Ownership {
  mode: number
  uid: number
  gid: number
}

/** Puts the file that lies whole `beside` its place there, in one step; `false` where it is not to be put there after all. */
type PutInPlace = (beside: string) => boolean | Promise<boolean>

/** Gives what `putInPlace` gave, which renames onto `path` if left out. */
export async function putFile(
  path: string,
  content: string | Uint8Array,
  { old, putInPlace = renameTo(path) }: { old?: Ownership; putInPlace?: PutInPlace } = {},
): Promise<boolean> {
  const beside = join(dirname(path), passingName())
  try {
    const file = openNew(beside, old)
    try {
      writeFileSync(file, content)
      await flush(file)
    } finally {
      closeSync(file)
    }
    const isDone = await putInPlace(beside)
    if (isDone) await flushFolder(dirname(path))
    return isDone
  } finally {
    takeAway(beside)
  }
}

/** Where there is a file already, that one is left alone, and the result is `false`. */
export function putNewFile(path: string, content: string | Uint8Array): Promise<boolean> {
  const putInPlace = (beside: string) => {
    try {
      linkSync(beside, path)
      return true
    } catch (error) {
      const code = systemCodeOf(error)
      if (code === 'EEXIST') return false
      // Sticks in FAT and some network drives know no hard links.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'UNKNOWN'].includes(code ?? '')) throw error
      closeSync(openSync(path, 'wx'))
      return renameTo(path)(beside)
    }
  }
  return putFile(path, content, { putInPlace })
}

/** Before it returns, for what is written while the program ends, or in one step with what comes before and after. */
export function putFileNow(path: string, content: string): void {
  const beside = join(dirname(path), passingName())
  writeNewFile(beside, content)
  try {
    renameSync(beside, path)
    flushFolderNow(dirname(path))
  } finally {
    takeAway(beside)
  }
}

/** Writes and flushes a file where there is none yet: the first half of the way, for files that are then put in place together. */
export function writeNewFile(path: string, content: string | Uint8Array, old?: Ownership): void {
  const file = openNew(path, old)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } catch (error) {
    takeAway(path)
    throw error
  } finally {
    closeSync(file)
  }
}

/**
 * What the file at `path` hands on; nothing where there is none. One that may not be written is `EACCES`, though a rename
 * would get past it: whoever made it so wants to keep it.
 */
export function ownershipOf(path: string): Ownership | undefined {
  const old = statSync(path, { throwIfNoEntry: false })
  if (old && (old.mode & 0o222) === 0)
    throw Object.assign(new Error('read-only'), { code: 'EACCES', syscall: 'open' })
  return old
}

function openNew(path: string, old: Ownership | undefined): number {
  const file = openSync(path, 'wx', old?.mode ?? 0o666)
  if (!old) return file
  try {
    keepOwner(file, old)
    // The mask of the process took away from the mode.
    fchmodSync(file, old.mode & 0o7777)
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** Only the owner of a file, or the system's, may say whose it is. */
function keepOwner(file: number, { uid, gid }: Ownership): void {
  try {
    fchownSync(file, uid, gid)
  } catch {
    // See above.
  }
}

function renameTo(path: string): (beside: string) => true {
  return (beside) => {
    renameSync(beside, path)
    return true
  }
}

/** A disk that refuses this has been reported already; the next start sweeps it. */
function takeAway(beside: string): void {
  try {
    rmSync(beside, { force: true })
  } catch {
    // See above.
  }
}
