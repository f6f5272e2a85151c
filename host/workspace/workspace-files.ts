import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, SourceFile } from '../../engine/base/index.js'
import type { LibraryEntry, TemplateLibrary } from '../../engine/template/types.js'
import { fileFault, readTextFile, systemCodeOf, workspaceFault } from '../files/index.js'

/** The folders of a workspace that make up its library, and what counts as a file of each. */
const shelves = [
  { name: 'templates', folder: 'templates', ending: '.hbs' },
  { name: 'layouts', folder: 'templates/layouts', ending: '.hbs' },
  { name: 'partials', folder: 'templates/partials', ending: '.hbs' },
  { name: 'themes', folder: 'templates/themes', ending: '.yaml' },
] as const satisfies { name: keyof TemplateLibrary; folder: string; ending: string }[]

/**
 * The casebook's YAML files of the folder `dir`, sorted by name, with paths `casebook/…`.
 * Faults go to `faults`; a folder without `casebook/casebook.yaml` is one.
 */
export function readCasebookFiles(dir: string, faults: Diagnostic[]): SourceFile[] {
  return readFolder(join(dir, 'casebook'), 'casebook', '.yaml', true, faults)
}

/** The built-in casebook, which lies in `assets/casebook/` and is known as `casebook/…` all the same. */
export function readBuiltInCasebook(appRoot: string, faults: Diagnostic[]): SourceFile[] {
  return readCasebookFiles(join(appRoot, 'assets'), faults)
}

/** The built-in library, with the workspace's own entries in place of built-in ones of the same id. */
export function readLibrary(appRoot: string, dir: string | undefined, faults: Diagnostic[]): TemplateLibrary {
  const library: TemplateLibrary = {
    templates: new Map(),
    layouts: new Map(),
    partials: new Map(),
    themes: new Map(),
  }
  for (const shelf of shelves) {
    const entries: Map<string, LibraryEntry> = library[shelf.name]
    for (const file of readFolder(join(appRoot, shelf.folder), shelf.folder, shelf.ending, false, faults)) {
      entries.set(idOf(file), { file, origin: 'built-in', overrides: false })
    }
    if (dir === undefined) continue
    for (const file of readFolder(join(dir, shelf.folder), shelf.folder, shelf.ending, false, faults)) {
      const builtIn = entries.get(idOf(file))?.file.text
      // A new workspace holds copies of all built-in files: a copy stands in place of nothing.
      const overrides = builtIn !== undefined && builtIn !== file.text
      entries.set(idOf(file), { file, origin: 'workspace', overrides })
    }
  }
  return library
}

/** Whether `dir` is a folder that can be looked into; if not, the fault is added. `shown` as the author gave it. */
export function isReadableFolder(dir: string, shown: string, faults: Diagnostic[]): boolean {
  try {
    if (statSync(dir).isDirectory()) return true
    faults.push(
      workspaceFault(
        'not-a-folder',
        '.',
        `cannot read \`${shown}\`: it is a file and not a folder`,
        'give the folder that holds `casebook/` and `briefs/`',
      ),
    )
  } catch (error) {
    faults.push({ ...fileFault(error, shown, 'read'), at: { file: '.' } })
  }
  return false
}

/** Files of `folder` that end in `ending`, hidden ones aside. A folder that may be missing counts as empty. */
function readFolder(
  folder: string,
  shown: string,
  ending: string,
  mustExist: boolean,
  faults: Diagnostic[],
): SourceFile[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (mustExist || systemCodeOf(error) !== 'ENOENT') faults.push(fileFault(error, shown, 'read'))
    return []
  }
  const files: SourceFile[] = []
  const names = entries.map((entry) => entry.name).filter((name) => name.endsWith(ending))
  for (const name of names.filter((name) => !name.startsWith('.')).sort()) {
    const file = readTextFile(join(folder, name), `${shown}/${name}`)
    if (file.ok) files.push(file.value)
    else faults.push(...file.diagnostics)
  }
  return files
}

/** `templates/issue-brief.hbs` is `issue-brief`. */
function idOf(file: SourceFile): string {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  return name.slice(0, name.lastIndexOf('.'))
}
