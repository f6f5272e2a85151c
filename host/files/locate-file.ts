import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Outcome } from '../../engine/base/index.js'
import { findAppRoot } from './app-root.js'
import { pathWithin } from './path-within.js'

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

/**
 * The same for someone who may see the workspace and the program's own templates and data, and nothing else: the real
 * path of the file. Fails with `file/outside`; see `pathWithin`.
 */
export function locateOwnFile(file: string, options: ReadOptions = {}): Outcome<string> {
  const appRoot = findAppRoot(options.appRoot)
  const own = options.dir === undefined ? [] : [options.dir]
  const folders = [...own, join(appRoot, 'templates'), join(appRoot, 'assets')]
  return pathWithin(locateFile(file, options), folders, file)
}
