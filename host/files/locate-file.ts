import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { findAppRoot } from './app-root.js'

export interface ReadOptions {
  /** The workspace folder; the built-in casebook and templates if left out. */
  dir?: string
  /** Instead of the root found from the running file; see `findAppRoot`. */
  appRoot?: string
}

/**
 * Where a file that a diagnostic names lies on this disk.
 *
 * The engine knows files by their path in the workspace. A template that the workspace does not have is the
 * built-in one, and without a workspace so is the casebook.
 */
export function locateFile(file: string, options: ReadOptions = {}): string {
  if (isAbsolute(file)) return file
  const appRoot = findAppRoot(options.appRoot)
  const own = options.dir === undefined ? undefined : join(options.dir, file)
  if (file.startsWith('templates/')) return own !== undefined && existsSync(own) ? own : join(appRoot, file)
  if (own !== undefined) return own
  return file.startsWith('casebook') ? join(appRoot, 'assets', file) : join(appRoot, file)
}
