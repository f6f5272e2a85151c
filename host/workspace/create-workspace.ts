import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, success } from '../../engine/base/index.js'
import { formatBrief } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { findAppRoot, makeWholeFolder } from '../files/index.js'

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
 * There is either a whole workspace or none. A folder that is there already is used if it is empty, and refused
 * if not.
 */
export function createWorkspace(dir: string, options: CreateOptions = {}): Outcome<CreatedWorkspace> {
  const appRoot = findAppRoot(options.appRoot)
  const made = makeWholeFolder(dir, (folder) => fill(folder, appRoot))
  return made.ok ? success({ dir: made.value.dir, files: made.value.made.sort() }) : made
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
