/**
 * The pack that an author chose to import, and the one that was exported last.
 *
 * Which file is read is decided by the system's dialog, and never by the page. Knows no Electron.
 */
import { basename } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import type { ImportPlan } from '../../engine/pack/index.js'
import {
  type ImportedPack,
  importPack,
  type MadePack,
  type PlannedPack,
  type RenderPool,
  suggestPackId,
} from '../../host/index.js'
import type { ChosenPack, PackChoice } from '../contract/index.js'

export interface PacksOnHand {
  /** Takes up the file at `path`, an absolute one, which need not be a pack or even exist. */
  choose(path: string): ChosenPack
  /** What the chosen pack would do to the workspace `dir`. It is kept until another one is chosen. */
  plan(dir: string): Promise<Outcome<ImportPlan>>
  /** Imports what `plan` said, even where the file is gone since. */
  import(dir: string): Outcome<ImportedPack>
  make(choice: PackChoice, dir: string): Promise<Outcome<MadePack>>
  noteExported(path: string): void
  exported(): string | undefined
}

/** `plan` and `import` throw when nothing was chosen or planned: that is no mistake of an author. */
export function createPacksOnHand(
  pool: Pick<RenderPool, 'planPack' | 'makePack'>,
  appRoot: string,
): PacksOnHand {
  let chosen: string | undefined
  let kept: { planned: PlannedPack; dir: string } | undefined
  let exported: string | undefined
  return {
    choose(path) {
      chosen = path
      kept = undefined
      return { path, name: basename(path) }
    },
    async plan(dir) {
      if (chosen === undefined) throw new Error('no pack was chosen')
      const path = chosen
      const planned = await pool.planPack({ path, dir, appRoot })
      if (!planned.ok) return planned
      // Another one may have been chosen meanwhile.
      if (path === chosen) kept = { planned: planned.value, dir }
      return success(planned.value.plan, planned.warnings)
    },
    import(dir) {
      if (!kept) throw new Error('no pack was planned')
      return kept.dir === dir ? importPack(kept.planned, dir) : failure(otherWorkspace())
    },
    make({ templates, title, description, version, author, licence }, dir) {
      const about = { title, description, author, licence }
      const given = Object.entries(about).filter(([, text]) => text.trim() !== '')
      return pool.makePack({
        ...{ templates, dir, appRoot },
        about: { id: suggestPackId(templates, title), version, ...Object.fromEntries(given) },
      })
    },
    noteExported(path) {
      exported = path
    },
    exported: () => exported,
  }
}

function otherWorkspace() {
  return {
    severity: 'error' as const,
    code: 'pack/workspace-changed',
    message: 'another workspace was opened since it was shown what the pack would do',
    hints: ['choose the pack again and look at what it would do now'],
  }
}
