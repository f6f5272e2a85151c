import { join } from 'node:path'
import {
  type Diagnostic,
  diagnosticsOf,
  type FileDiagnostic,
  type SourceFile,
  withoutRepeats,
} from '../../engine/base/index.js'
import type { Casebook } from '../../engine/casebook/index.js'
import { casebookOf, checkWorkspace, locateAll } from '../../engine/check/index.js'
import type { TemplateLibrary } from '../../engine/template/types.js'
import { type ReadOptions, readTextFile } from '../files/index.js'
import { listBriefs } from './briefs.js'
import { readWorkspaceFiles } from './read-workspace.js'
import { isReadableFolder } from './workspace-files.js'

/** The path of a brief in its workspace; without its file where that cannot be read. */
export interface FoundBrief {
  path: string
  file?: SourceFile
}

/** A workspace as far as it can be read, and all that is wrong in its files. */
export interface InspectedWorkspace {
  /** Absent where it cannot be read. */
  casebook?: Casebook
  /** As they were read: the same list as before where nothing of it was written. */
  casebookFiles: SourceFile[]
  library: TemplateLibrary
  briefs: FoundBrief[]
  diagnostics: FileDiagnostic[]
}

/**
 * Reads a workspace and checks every file of it: what `check` and the window tell. A fault in one file leaves the
 * others usable, and what has not changed since it was read last is not looked at again.
 */
export function inspectWorkspace(options: ReadOptions = {}): InspectedWorkspace {
  const files = readWorkspaceFiles(options)
  const faults: Diagnostic[] = [...diagnosticsOf(files)]
  const { dir } = options
  const briefs = dir !== undefined && isReadableFolder(dir, dir, []) ? readBriefFiles(dir, faults) : []
  const read = briefs.flatMap(({ file }) => file ?? [])
  // Templates come with the program, and stay in reach when the workspace's own files do not.
  const shelf = files.ok ? files : readWorkspaceFiles({ appRoot: options.appRoot })
  const library = shelf.ok ? shelf.value.library : emptyLibrary()
  const texts = files.ok ? files.value : { library }
  return {
    casebook: casebookOf(texts),
    casebookFiles: files.ok ? files.value.casebook : [],
    ...{ library, briefs },
    diagnostics: withoutRepeats([...locateAll(faults, undefined), ...checkWorkspace(texts, read)]),
  }
}

function readBriefFiles(dir: string, faults: Diagnostic[]): FoundBrief[] {
  const paths = listBriefs(dir)
  faults.push(...diagnosticsOf(paths))
  return (paths.ok ? paths.value : []).map((path) => {
    const file = readTextFile(join(dir, path), path)
    faults.push(...diagnosticsOf(file))
    return file.ok ? { path, file: file.value } : { path }
  })
}

function emptyLibrary(): TemplateLibrary {
  return { templates: new Map(), layouts: new Map(), partials: new Map(), themes: new Map() }
}
