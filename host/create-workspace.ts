import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { formatBrief } from '../engine/brief/index.js'
import type { Brief } from '../engine/brief/types.js'
import { failure, type Outcome, success } from '../engine/diagnostic.js'
import { findAppRoot } from './app-root.js'
import { removeEmptyFolders } from './empty-folders.js'
import { fileFault, workspaceFault } from './file-fault.js'

export interface CreateOptions {
  /** Instead of the root found from the running file; see `findAppRoot`. */
  appRoot?: string
}

export interface CreatedWorkspace {
  /** Absolute path of the folder. */
  dir: string
  /** What was put in it, as paths in the workspace, sorted. */
  files: string[]
}

/** The template of the brief that a new workspace holds. */
const starterTemplate = 'issue-brief'

/**
 * Makes a workspace folder at `dir` from the built-in casebook and templates, with a first brief.
 *
 * It is built beside `dir` and renamed, so there is either a whole workspace or none. A folder that is there
 * already is used if it is empty, and refused if not.
 */
export function createWorkspace(dir: string, options: CreateOptions = {}): Outcome<CreatedWorkspace> {
  const target = resolve(dir)
  const appRoot = findAppRoot(options.appRoot)
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  const isThere = existsSync(target)
  let firstMade: string | undefined
  try {
    if (isThere && readdirSync(target).length > 0) return failure(notEmpty(dir))
    firstMade = mkdirSync(dirname(target), { recursive: true })
    mkdirSync(beside)
  } catch (error) {
    return failure(fileFault(error, dir, 'write'))
  }
  try {
    const files = fill(beside, appRoot)
    // Windows renames onto no folder, not even onto an empty one.
    if (isThere) rmdirSync(target)
    renameSync(beside, target)
    return success({ dir: target, files: files.sort() })
  } catch (error) {
    const fault = fileFault(error, dir, 'write')
    rmSync(beside, { recursive: true, force: true })
    if (isThere) mkdirSync(target, { recursive: true })
    if (firstMade !== undefined) removeEmptyFolders(dirname(target), firstMade)
    return failure(fault)
  }
}

function notEmpty(dir: string) {
  return workspaceFault(
    'not-empty',
    dir,
    `\`${dir}\` is not empty, and a workspace needs a folder of its own`,
    'give the name of a folder that does not exist yet',
  )
}

function fill(folder: string, appRoot: string): string[] {
  for (const empty of ['assets', 'exports', 'briefs']) mkdirSync(join(folder, empty))
  const starter: Brief = { template: starterTemplate, language: 'en', parameters: {}, narrative: {} }
  const starterFile = `briefs/${starterTemplate}.brief.yaml`
  writeFileSync(join(folder, starterFile), formatBrief(starter))
  return [
    starterFile,
    ...copyFolder(join(appRoot, 'assets', 'casebook'), folder, 'casebook'),
    ...copyFolder(join(appRoot, 'templates'), folder, 'templates'),
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
