import type { SourceFile } from '../../engine/base/index.js'
import { type Diagnostic, failure, inShort, type Outcome, settle, success } from '../../engine/base/index.js'
import { casebookIn } from '../../engine/check/index.js'
import type { Workspace } from '../../engine/compile/index.js'
import type { LibraryEntry, TemplateLibrary } from '../../engine/template/types.js'
import type { ReadOptions } from '../files/index.js'
import { findAppRoot } from '../files/index.js'
import { isReadableFolder, readBuiltInCasebook, readCasebookFiles, readLibrary } from './workspace-files.js'

/** A workspace as its files say, not yet understood. */
export interface WorkspaceFiles {
  casebook: SourceFile[]
  library: TemplateLibrary
}

/** A workspace that was read and understood, and where it lies: no `dir` for the built-in one. */
export interface WorkspaceOnDisk extends Workspace {
  dir?: string
  appRoot: string
}

/**
 * Reads the files of a workspace. Fails with every file that could not be read. What has not changed since the last
 * time, casebook or library or both, is the same object.
 */
export function readWorkspaceFiles(options: ReadOptions = {}): Outcome<WorkspaceFiles> {
  const appRoot = findAppRoot(options.appRoot)
  const faults: Diagnostic[] = []
  if (options.dir !== undefined && !isReadableFolder(options.dir, options.dir, faults))
    return failure(...faults)
  const casebook =
    options.dir === undefined ? readBuiltInCasebook(appRoot, faults) : readCasebookFiles(options.dir, faults)
  lastRead = asBefore(lastRead, { casebook, library: readLibrary(appRoot, options.dir, faults) })
  return settle(lastRead, faults)
}

let lastRead: WorkspaceFiles | undefined

/** What was read last, as far as it still is what was read now: a template that was edited leaves the casebook as it was. */
function asBefore(last: WorkspaceFiles | undefined, now: WorkspaceFiles): WorkspaceFiles {
  if (!last) return now
  const casebook = isSame(last.casebook, now.casebook) ? last.casebook : now.casebook
  const library = isSame(entriesOf(last.library), entriesOf(now.library)) ? last.library : now.library
  return casebook === last.casebook && library === last.library ? last : { casebook, library }
}

function entriesOf(library: TemplateLibrary): unknown[] {
  return Object.values(library).flatMap((shelf: Map<string, LibraryEntry>) =>
    [...shelf.values()].flatMap(({ file, origin, overrides }) => [file, origin, overrides]),
  )
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index])
}

/** Reads a workspace and parses its casebook. Templates are parsed when they are used. */
export function readWorkspace(options: ReadOptions = {}): Outcome<WorkspaceOnDisk> {
  const files = readWorkspaceFiles(options)
  if (!files.ok) return files
  const casebook = casebookIn(files.value.casebook)
  if (!casebook.ok) return failure(...casebook.diagnostics.map(inShort))
  const { dir } = options
  return success(
    {
      casebook: casebook.value,
      sources: files.value.casebook,
      library: files.value.library,
      appRoot: findAppRoot(options.appRoot),
      dir,
    },
    [...files.warnings, ...casebook.warnings],
  )
}
