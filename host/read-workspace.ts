import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { parseCasebook } from '../engine/casebook/index.js'
import { type Diagnostic, failure, type Outcome, settle, success } from '../engine/diagnostic.js'
import type { SourceFile } from '../engine/host.js'
import type { Workspace } from '../engine/index.js'
import type { TemplateLibrary } from '../engine/template/types.js'
import { findAppRoot } from './app-root.js'
import { isReadableFolder, readBuiltInCasebook, readCasebookFiles, readLibrary } from './workspace-files.js'

export interface ReadOptions {
  /** The workspace folder; the built-in casebook and templates if left out. */
  dir?: string
  /** Instead of the root found from the running file; see `findAppRoot`. */
  appRoot?: string
}

/** A workspace as its files say, not yet understood. */
export interface WorkspaceFiles {
  casebook: SourceFile[]
  library: TemplateLibrary
}

/** A workspace that was read and understood, and where it lies: no `dir` for the built-in one. */
export interface OpenWorkspace extends Workspace {
  dir?: string
  appRoot: string
}

/** Reads the files of a workspace. Fails with every file that could not be read. */
export function readWorkspaceFiles(options: ReadOptions = {}): Outcome<WorkspaceFiles> {
  const appRoot = findAppRoot(options.appRoot)
  const faults: Diagnostic[] = []
  if (options.dir !== undefined && !isReadableFolder(options.dir, options.dir, faults))
    return failure(...faults)
  const casebook =
    options.dir === undefined ? readBuiltInCasebook(appRoot, faults) : readCasebookFiles(options.dir, faults)
  return settle({ casebook, library: readLibrary(appRoot, options.dir, faults) }, faults)
}

/** Reads a workspace and parses its casebook. Templates are parsed when they are used. */
export function readWorkspace(options: ReadOptions = {}): Outcome<OpenWorkspace> {
  const files = readWorkspaceFiles(options)
  if (!files.ok) return files
  const casebook = parseCasebook(files.value.casebook)
  if (!casebook.ok) return casebook
  const { dir } = options
  return success(
    {
      casebook: casebook.value,
      library: files.value.library,
      appRoot: findAppRoot(options.appRoot),
      ...(dir !== undefined && { dir }),
    },
    [...files.warnings, ...casebook.warnings],
  )
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
