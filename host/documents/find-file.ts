import { lstatSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Diagnostic } from '../../engine/base/index.js'
import { type FileAction, systemCodeOf } from '../files/index.js'
import type { Gone } from './document.js'
import { diskFault, documentFault } from './document-faults.js'

/** Where a file of a workspace lies on the disk. */
export type Found =
  | { kind: 'there' /** Links resolved. */; path: string }
  | { kind: 'gone'; gone: Gone /** Where it would be. */; path: string }
  | { kind: 'refused'; fault: Diagnostic }

/**
 * Finds `file`, a path in the workspace at `root`. What leads out of the workspace, by its name or by a link, is
 * refused; so is a link that leads to nothing, since a file put there would replace it.
 */
export function findFile(root: string, file: string, action: FileAction): Found {
  if (!isInside(file)) return { kind: 'refused', fault: outside(file, action) }
  const path = join(root, file)
  try {
    const realRoot = realpathSync(root)
    try {
      return within(realRoot, realpathSync(path), file, action)
    } catch (error) {
      if (!isMissing(error)) throw error
      if (isLink(path)) return { kind: 'refused', fault: linkToNothing(file, action) }
      const folder = dirname(path)
      if (!isFolder(folder)) return { kind: 'gone', gone: 'folder', path }
      const real = within(realRoot, realpathSync(folder), file, action)
      return real.kind === 'there' ? { kind: 'gone', gone: 'file', path } : real
    }
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone', gone: isFolder(root) ? 'folder' : 'workspace', path }
    return { kind: 'refused', fault: diskFault(error, file, action) }
  }
}

function within(root: string, path: string, file: string, action: FileAction): Found {
  const way = relative(root, path)
  const isIn = way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
  return isIn ? { kind: 'there', path } : { kind: 'refused', fault: outside(file, action) }
}

/** Also on Windows, where a drive or a backslash leads elsewhere. */
function isInside(file: string): boolean {
  if (file === '' || isAbsolute(file) || /[\\:\0]/.test(file)) return false
  return file.split('/').every((name) => name !== '' && name !== '.' && name !== '..')
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

function isMissing(error: unknown): boolean {
  const code = systemCodeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

function outside(file: string, action: FileAction): Diagnostic {
  return documentFault(
    'outside',
    `cannot ${action} \`${file}\`: it lies outside the workspace`,
    'copy it into the workspace',
  )
}

function linkToNothing(file: string, action: FileAction): Diagnostic {
  return documentFault(
    'link-to-nothing',
    `cannot ${action} \`${file}\`: it is a link, and what it leads to is not there`,
    'remove the link, or put back what it leads to',
  )
}
