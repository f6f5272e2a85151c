import { readFileSync } from 'node:fs'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { fileFault, systemCodeOf } from './file-fault.js'

/** The bytes of a file, nothing where there is none. `shown` as the author knows it. */
export function readIfThere(path: string, shown: string): Outcome<Uint8Array | undefined> {
  try {
    return success(new Uint8Array(readFileSync(path)))
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return success(undefined)
    return failure(fileFault(error, shown, 'read'))
  }
}
