import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { systemCodeOf } from './file-fault.js'

/**
 * Makes `folder`, an absolute path, and those above it that are missing. Gives the first that it made.
 * Throws what the system says, also of a disk that is read-only: Node alone would say of it that nothing is there.
 */
export function makeFolders(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true })
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') mkdirSync(firstMissing(folder))
    throw error
  }
}

function firstMissing(folder: string): string {
  const above = dirname(folder)
  return above === folder || existsSync(above) ? folder : firstMissing(above)
}
