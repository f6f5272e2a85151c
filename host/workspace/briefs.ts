import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, type Outcome, settle } from '../../engine/base/index.js'
import { fileFault, systemCodeOf } from '../files/index.js'

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
