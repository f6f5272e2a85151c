import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { failure, type Outcome } from '../../engine/base/index.js'
import { writeAtomically } from './atomic-file.js'
import { workspaceFault } from './file-fault.js'

/**
 * Writes an exported document to `path`, whole or not at all, and gives the path it has on the disk.
 *
 * An earlier export is replaced. A file that holds something else is not: a mistyped path must not cost
 * an officer a casebook.
 */
export async function exportFile(path: string, bytes: Uint8Array): Promise<Outcome<string>> {
  if (await holdsSomethingElse(path, bytes)) {
    return failure(
      workspaceFault(
        'would-overwrite',
        path,
        `\`${path}\` is there already and is no earlier export`,
        'choose another name, or remove the file first',
      ),
    )
  }
  return writeAtomically(path, bytes)
}

/** Compares the first bytes, which name a file's format: `%PDF`. What cannot be read is left to the write. */
async function holdsSomethingElse(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    // Not to wait for the other end of a named pipe.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      if (!(await file.stat()).isFile()) return false
      const head = new Uint8Array(4)
      const { bytesRead } = await file.read(head, 0, head.length, 0)
      return bytesRead > 0 && !head.subarray(0, bytesRead).every((byte, index) => byte === bytes[index])
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
