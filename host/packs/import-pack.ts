import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, failure, type Outcome, success } from '../../engine/base/index.js'
import { createNodeHost, largestAsset, type Replacement, readIfThere, writeTogether } from '../files/index.js'
import type { PlannedPack } from './plan-pack.js'

export interface ImportedPack {
  /** What was written, as paths in the workspace, sorted. */
  files: string[]
  /** The folder of the workspace that keeps what was replaced: `replaced/2026-11-23-091500-house-style`. */
  kept?: string
}

/**
 * Puts the files of a planned pack into the workspace at `dir`, all of them or none. What they replace is kept.
 *
 * Fails with `pack/workspace-changed` when a file is no longer the one that the plan was made for, and with what the
 * disk says. `now` names the folder of what is kept.
 */
export function importPack(
  { plan, pack }: PlannedPack,
  dir: string,
  now: Date = new Date(),
): Outcome<ImportedPack> {
  const { digest } = createNodeHost()
  const faults: Diagnostic[] = []
  const replacements: Replacement[] = []
  for (const { path, effect, before } of plan.files) {
    const file = pack.files.find((one) => one.path === path)
    const there = readIfThere(join(dir, path), path, largestAsset)
    if (!file) throw new Error(`the plan names ${path}, which its pack does not hold`)
    if (!there.ok) faults.push(...there.diagnostics)
    else if ((there.value && digest(there.value)) !== before) faults.push(changedSince(path))
    else if (effect !== 'same') {
      replacements.push({ path, bytes: file.bytes, before: there.value })
    }
  }
  if (faults.length > 0) return failure(...faults)
  const kept = unusedFolder(dir, `replaced/${stampOf(now)}-${plan.about.id}`)
  const written = writeTogether(dir, replacements, kept)
  if (!written.ok) return written
  return success({
    files: replacements.map(({ path }) => path),
    kept: replacements.some(({ before }) => before) ? kept : undefined,
  })
}

function changedSince(path: string): Diagnostic {
  return {
    severity: 'error',
    code: 'pack/workspace-changed',
    message: `\`${path}\` was changed since it was shown what the pack would do`,
    hints: ['choose the pack again and look at what it would do now'],
    at: { file: path, line: 1, column: 1 },
  }
}

/** `2026-11-23-091500`, by the clock of the machine. */
function stampOf(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(two).join('-')
  return `${day}-${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('')}`
}

function unusedFolder(dir: string, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`
    if (!existsSync(join(dir, folder))) return folder
  }
}
