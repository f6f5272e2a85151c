import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds the program's own `assets/` and `templates/`.
 *
 * It is the nearest one upwards from the running file, so that it is found from the sources, from `dist/`
 * and from a package alike. `override` is taken as it is.
 * Throws when there is none: the program was then installed without its data, which no author can mend.
 */
export function findAppRoot(override?: string, from: string = fileURLToPath(import.meta.url)): string {
  if (override !== undefined) return override
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (isFolder(join(folder, 'assets')) && isFolder(join(folder, 'templates'))) return folder
    if (folder === dirname(folder)) throw new Error(`no folder above ${from} holds assets/ and templates/`)
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
