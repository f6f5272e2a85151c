import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { failure, type Outcome, printablePath, success } from '../../engine/base/index.js'
import { fileFault, systemCodeOf } from './file-fault.js'
import { nameOnDisk } from './path-on-disk.js'

/**
 * The real path of `path`, an absolute one, with all its links followed, if it lies below one of `folders`.
 *
 * A path that leads out of them is `file/outside`, whether by `..` or by a link, and so is one that no disk knows. What
 * lies outside is not looked at, so that not even a name on the network is asked for. A file need not be there yet:
 * its folder then decides. `shown` as the author knows it.
 */
export function pathWithin(
  path: string,
  folders: string[],
  shown: string = path,
  hint = 'put a copy of the file into the workspace',
): Outcome<string> {
  const outside = leadsOut(shown, hint)
  if (path.includes('\0') || !isAbsolute(path)) return outside
  try {
    const roots = folders.flatMap((folder) => [resolve(folder), realPath(resolve(folder))])
    const isWithin = (one: string) => roots.some((root) => isBelow(one, root))
    if (!isWithin(resolve(path))) return outside
    const real = realPath(resolve(path))
    return isWithin(real) ? success(real) : outside
  } catch (error) {
    return failure(fileFault(error, shown, 'read'))
  }
}

/** Follows links as far as there is something. A link that leads nowhere is not followed, but refused as a fault. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined
    if (systemCodeOf(error) !== 'ENOENT' || isThere || path === dirname(path)) throw error
    const folder = realPath(dirname(path))
    const name = nameOnDisk(folder, basename(path))
    return name === basename(path) ? join(folder, name) : realPath(join(folder, name))
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..'
}

function leadsOut(shown: string, hint: string) {
  return failure({
    severity: 'error',
    code: 'file/outside',
    message: `\`${printablePath(shown)}\` leads out of the workspace`,
    hints: [hint],
  })
}
