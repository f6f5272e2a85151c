import type { Diagnostic } from '../base/index.js'
import { printablePath } from '../base/index.js'
import { packManifestPath } from './pack-kind.js'

/** The hint of who was given a pack that is not in order. */
export const askItsMaker = 'ask who made the pack for another copy'

/** A fault of the pack as a whole, told of its manifest. */
export function packFault(code: string, message: string, ...hints: string[]): Diagnostic {
  return faultOfFile(code, packManifestPath, message, ...hints)
}

/** A fault of one file of the pack. */
export function faultOfFile(code: string, path: string, message: string, ...hints: string[]): Diagnostic {
  return {
    severity: 'error',
    code: `pack/${code}`,
    message,
    hints: hints.length > 0 ? hints : [askItsMaker],
    at: { file: printablePath(path), line: 1, column: 1 },
  }
}
