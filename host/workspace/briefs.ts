import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, failure, type Outcome, settle } from '../../engine/base/index.js'
import { formatBrief, parseBrief } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { fileFault, readTextFile, systemCodeOf, writeAtomically } from '../files/index.js'

/** How the name of every brief's file ends. */
export const briefEnding = '.brief.yaml'

/** Paths of the workspace's briefs, `briefs/…`, sorted by name. A workspace need not have any. */
export function listBriefs(dir: string): Outcome<string[]> {
  const faults: Diagnostic[] = []
  let names: string[] = []
  try {
    names = readdirSync(join(dir, 'briefs'))
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') faults.push(fileFault(error, 'briefs', 'read'))
  }
  const briefs = names.filter((name) => name.endsWith(briefEnding) && !name.startsWith('.')).sort()
  return settle(
    briefs.map((name) => `briefs/${name}`),
    faults,
  )
}

/** Reads the brief at `path`; `shown` is its path as the author knows it, for diagnostics. */
export function readBrief(path: string, shown: string = path): Outcome<Brief> {
  const file = readTextFile(path, shown)
  return file.ok ? parseBrief(file.value) : file
}

/**
 * Saves a brief, whole or not at all, and gives the path it has on the disk.
 *
 * A file that is there but is no brief that can be read is left alone: it may hold what someone wrote by hand,
 * with one slip in it. Fails with `workspace/would-overwrite` and what is wrong with it.
 */
export async function saveBrief(path: string, brief: Brief, shown: string = path): Promise<Outcome<string>> {
  if (existsSync(path)) {
    const old = readBrief(path, shown)
    if (!old.ok) return failure(wouldOverwrite(shown), ...old.diagnostics)
  }
  return writeAtomically(path, formatBrief(brief))
}

function wouldOverwrite(shown: string): Diagnostic {
  return {
    severity: 'error',
    code: 'workspace/would-overwrite',
    message: `\`${shown}\` holds something that cannot be read as a brief, so it was not replaced`,
    hints: ['mend the file, or save the brief under another name'],
    at: { file: shown },
  }
}
