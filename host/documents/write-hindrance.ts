import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Diagnostic } from '../../engine/base/index.js'
import { diskFault } from './document-faults.js'
import { findFile } from './find-file.js'

/** Why a file that is there could not be saved now, without trying it; nothing where a try would tell more. */
export function writeHindrance(root: string, file: string): Diagnostic | undefined {
  const found = findFile(root, file, 'save')
  if (found.kind !== 'there') return undefined
  try {
    if ((statSync(found.path).mode & 0o222) === 0)
      throw Object.assign(new Error('read-only'), { code: 'EACCES', syscall: 'access' })
    // It is replaced by one beside it.
    accessSync(dirname(found.path), constants.W_OK)
    return undefined
  } catch (error) {
    return diskFault(error, file, 'save')
  }
}
