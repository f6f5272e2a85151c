import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, failure, inShort, type Outcome, success } from '../../engine/base/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import {
  type ImportPlan,
  type ImportTarget,
  type Pack,
  planImport,
  readPack,
} from '../../engine/pack/index.js'
import { createNodeHost, fileFault, findAppRoot, largestAsset, readIfThere } from '../files/index.js'
import { isReadableFolder, readCasebookFiles, readLibrary } from '../workspace/index.js'
import { readPackFile } from './read-pack-file.js'
import { themeFaults } from './theme-faults.js'

/** What the import of a pack is asked with. Plain data, for it crosses threads. */
export interface PackJob {
  /** Absolute path of the pack. */
  path: string
  /** The workspace folder. */
  dir: string
  /** Instead of the root found from the running file; see `findAppRoot`. */
  appRoot?: string
}

/** A pack and what importing it would do. The file that it was read from is not needed any more. */
export interface PlannedPack {
  path: string
  plan: ImportPlan
  pack: Pack
}

/**
 * Reads a pack and says what importing it into a workspace would do. Writes nothing.
 *
 * Fails with what `readPackFile` and `readPack` find, and with what the disk says of the workspace. Warnings are about
 * the workspace as it would be. The casebook may be broken: the templates are then not checked against it.
 * Diagnostics of a file in the pack give it as `PACK/templates/…`, below the absolute path of the pack.
 */
export async function planPack(job: PackJob): Promise<Outcome<PlannedPack>> {
  const host = createNodeHost(job)
  const stored = await readPackFile(job.path)
  if (!stored.ok) return stored
  const pack = readPack(stored.value, host, themeFaults)
  if (!pack.ok) return failure(...pack.diagnostics.map((one) => placedIn(job.path, one)))
  const target = readTarget(job, pack.value)
  if (!target.ok) return target
  const plan = planImport(pack.value, target.value, host)
  if (!plan.ok) return plan
  const packed = new Set(pack.value.files.map(({ path }) => path))
  const warnings = [...pack.warnings, ...plan.warnings].map((one) =>
    one.at && 'file' in one.at && packed.has(one.at.file) ? placedIn(job.path, one) : inShort(one),
  )
  return success({ path: job.path, plan: plan.value, pack: pack.value }, warnings)
}

function placedIn(packPath: string, fault: Diagnostic): Diagnostic {
  const { at } = fault
  return inShort(at && 'file' in at ? { ...fault, at: { ...at, file: join(packPath, at.file) } } : fault)
}

function readTarget({ dir, appRoot }: PackJob, pack: Pack): Outcome<ImportTarget> {
  const root = findAppRoot(appRoot)
  const faults: Diagnostic[] = []
  if (!isReadableFolder(dir, dir, faults)) return failure(...faults)
  try {
    // A folder that is no workspace must not become half of one by a mistyped path.
    statSync(join(dir, 'casebook'))
  } catch (error) {
    return failure(fileFault(error, join(dir, 'casebook'), 'read'))
  }
  const own = new Map<string, Uint8Array>()
  const builtIn = new Map<string, Uint8Array>()
  for (const { path, kind } of pack.files) {
    const there = readIfThere(join(dir, path), path, largestAsset)
    if (!there.ok) faults.push(...there.diagnostics)
    else if (there.value) own.set(path, there.value)
    const given = kind === 'picture' ? undefined : readIfThere(join(root, path), path, largestAsset)
    if (given?.ok && given.value) builtIn.set(path, given.value)
  }
  if (faults.length > 0) return failure(...faults)
  // What cannot be read elsewhere in the workspace is told when it is opened, and is no reason against a pack.
  const library = readLibrary(root, dir, [])
  const casebook = parseCasebook(readCasebookFiles(dir, faults))
  return success({
    ...{ library, own, builtIn },
    casebook: casebook.ok && faults.length === 0 ? casebook.value : undefined,
  })
}
