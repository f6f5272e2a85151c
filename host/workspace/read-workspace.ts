import type { SourceFile } from '../../engine/base/index.js'
import { type Diagnostic, failure, keptWith, type Outcome, settle, success } from '../../engine/base/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
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
 * Reads the files of a workspace. Fails with every file that could not be read. Where nothing has changed since the last
 * time, what is given is the same object.
 */
export function readWorkspaceFiles(options: ReadOptions = {}): Outcome<WorkspaceFiles> {
  const appRoot = findAppRoot(options.appRoot)
  const faults: Diagnostic[] = []
  if (options.dir !== undefined && !isReadableFolder(options.dir, options.dir, faults))
    return failure(...faults)
  const casebook =
    options.dir === undefined ? readBuiltInCasebook(appRoot, faults) : readCasebookFiles(options.dir, faults)
  const files = { casebook, library: readLibrary(appRoot, options.dir, faults) }
  if (!lastRead || !isSame(lastRead, files)) lastRead = files
  return settle(lastRead, faults)
}

const readCasebook = keptWith(parseCasebook)

let lastRead: WorkspaceFiles | undefined

function isSame(one: WorkspaceFiles, other: WorkspaceFiles): boolean {
  const listed = ({ casebook, library }: WorkspaceFiles) => [
    ...casebook,
    ...Object.values(library).flatMap((shelf: Map<string, LibraryEntry>) =>
      [...shelf.values()].flatMap(({ file, origin, overrides }) => [file, origin, overrides]),
    ),
  ]
  const others = listed(other)
  const own = listed(one)
  return own.length === others.length && own.every((part, index) => part === others[index])
}

/** Reads a workspace and parses its casebook. Templates are parsed when they are used. */
export function readWorkspace(options: ReadOptions = {}): Outcome<WorkspaceOnDisk> {
  const files = readWorkspaceFiles(options)
  if (!files.ok) return files
  const casebook = readCasebook(files.value.casebook)
  if (!casebook.ok) return casebook
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
