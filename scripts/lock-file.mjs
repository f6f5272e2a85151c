import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from './root-folder.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} path `node_modules/…`, from the root
 * @property {string} name
 * @property {string} version
 * @property {string | undefined} licence as the package names it
 */

/** @typedef {{ version: string, license?: string, dependencies?: Record<string, string>, peerDependencies?: Record<string, string>, peerDependenciesMeta?: Record<string, { optional?: boolean }>, optionalDependencies?: Record<string, string>, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

/** @returns {Record<string, Entry>} by path */
export function readLockFile() {
  return JSON.parse(readFileSync(join(rootFolder, 'package-lock.json'), 'utf8')).packages
}

/**
 * The packages that `roots` need to run, themselves included, in the order of their paths. Optional packages are
 * left out: they are native code for one system, and we ship none.
 *
 * @param {Record<string, Entry>} lock
 * @param {string[]} roots names
 * @returns {LockedPackage[]}
 */
export function packagesNeededBy(lock, roots) {
  /** @type {Set<string>} */
  const found = new Set()
  const waiting = roots.map((name) => resolvePath(lock, '', name))
  for (let path = waiting.pop(); path !== undefined || waiting.length > 0; path = waiting.pop()) {
    const entry = path === undefined ? undefined : lock[path]
    if (path === undefined || !entry || found.has(path)) continue
    found.add(path)
    for (const name of namesNeededBy(entry)) waiting.push(resolvePath(lock, path, name))
  }
  return [...found].sort().map((path) => ({
    path,
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: lock[path]?.version ?? '',
    licence: lock[path]?.license,
  }))
}

/** @param {Entry} entry */
function namesNeededBy(entry) {
  const peers = Object.keys(entry.peerDependencies ?? {}).filter(
    (name) => !entry.peerDependenciesMeta?.[name]?.optional,
  )
  // Types of a package's own interface come along as dependencies, but nothing of them is shipped.
  return [...Object.keys(entry.dependencies ?? {}), ...peers].filter((name) => !name.startsWith('@types/'))
}

/**
 * Optional packages that the lock file asks for and does not hold, by path. `npm ci` refuses such a file. npm leaves
 * them out when the registry it asks does not carry the binaries of every system.
 *
 * @param {Record<string, Entry>} lock
 * @returns {{ path: string, name: string, version: string, neededBy: Entry }[]}
 */
export function findMissingOptionals(lock) {
  return Object.entries(lock).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => resolvePath(lock, from, name) === undefined)
      .map(([name, version]) => ({ path: `node_modules/${name}`, name, version, neededBy: entry })),
  )
}

/**
 * Where Node finds `name` for a package at `from`: the nearest `node_modules` upwards.
 *
 * @param {Record<string, Entry>} lock
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
function resolvePath(lock, from, name) {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (lock[path]) return path
  const parent = from.lastIndexOf('/node_modules/')
  if (from === '') return undefined
  return resolvePath(lock, parent < 0 ? '' : from.slice(0, parent), name)
}
