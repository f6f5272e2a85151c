import { type Outcome, success } from '../../engine/base/index.js'
import { readRegularFile } from './read-regular-file.js'

/** The bytes of a file, nothing where there is none. `shown` as the author knows it; see `readRegularFile`. */
export function readIfThere(path: string, shown: string, largest: number): Outcome<Uint8Array | undefined> {
  const bytes = readRegularFile(path, shown, { largest })
  const isMissing = !bytes.ok && bytes.diagnostics.every(({ code }) => code === 'workspace/missing')
  return isMissing ? success(undefined) : bytes
}
