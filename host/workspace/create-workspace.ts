import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, success } from '../../engine/base/index.js'
import { formatBrief } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { findAppRoot, makeWholeFolder } from '../files/index.js'

export interface CreateOptions {
  /** Instead of the root found from the running file; see `findAppRoot`. */
  appRoot?: string
  /** With the starter, one worked record of each kind to be written over, in place of the built-in casebook. */
  empty?: boolean
}

export interface CreatedWorkspace {
  /** Absolute path of the folder. */
  dir: string
  /** What was put in it, as paths in the workspace, sorted. */
  files: string[]
}

/** The template of the brief that a workspace with the built-in casebook holds. */
const firstTemplate = 'issue-brief'

/**
 * Makes a workspace folder at `dir` from the built-in casebook, or the starter, and the built-in templates, with a
 * first brief.
 *
 * There is either a whole workspace or none. A folder that is there already is used if it is empty, and refused
 * if not.
 */
export function createWorkspace(dir: string, options: CreateOptions = {}): Outcome<CreatedWorkspace> {
  const appRoot = findAppRoot(options.appRoot)
  const made = makeWholeFolder(dir, (folder) => fill(folder, appRoot, options.empty ?? false))
  return made.ok ? success({ dir: made.value.dir, files: made.value.made.sort() }) : made
}

function fill(folder: string, appRoot: string, empty: boolean): string[] {
  for (const name of ['assets', 'exports']) mkdirSync(join(folder, name))
  return [
    ...(empty ? addStarter(folder, appRoot) : addBuiltIn(folder, appRoot)),
    ...copyFolder(join(appRoot, 'templates'), folder, 'templates'),
  ]
}

function addBuiltIn(folder: string, appRoot: string): string[] {
  mkdirSync(join(folder, 'briefs'))
  const first: Brief = { template: firstTemplate, language: 'en', parameters: {}, narrative: {} }
  const file = `briefs/${firstTemplate}.brief.yaml`
  writeFileSync(join(folder, file), formatBrief(first))
  return [file, ...copyFolder(join(appRoot, 'assets', 'casebook'), folder, 'casebook')]
}

/** Its files name the schemas beside them, by which an editor completes and checks what is typed. */
function addStarter(folder: string, appRoot: string): string[] {
  return [
    ...copyFolder(join(appRoot, 'assets', 'starter', 'briefs'), folder, 'briefs'),
    ...copyFolder(join(appRoot, 'assets', 'starter', 'casebook'), folder, 'casebook'),
    ...copyFolder(join(appRoot, 'assets', 'schemas'), folder, '.schemas'),
  ]
}

/** Copies by reading and writing: `cpSync` cannot read from inside a packaged archive. Gives the new paths. */
function copyFolder(from: string, into: string, path: string): string[] {
  mkdirSync(join(into, path))
  return readdirSync(from, { withFileTypes: true }).flatMap((entry) => {
    const entryPath = `${path}/${entry.name}`
    if (entry.isDirectory()) return copyFolder(join(from, entry.name), into, entryPath)
    writeFileSync(join(into, entryPath), readFileSync(join(from, entry.name)))
    return [entryPath]
  })
}
