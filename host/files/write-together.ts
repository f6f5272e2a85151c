import { realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import { removeEmptyFolders } from './empty-folders.js'
import { fileFault } from './file-fault.js'
import { flushFolderNow } from './flush.js'
import { makeFolders } from './make-folders.js'
import { passingName } from './passing-files.js'
import { type Ownership, ownershipOf, writeNewFile } from './put-file.js'
import { finishUnfinished, forgetUnfinished, noteUnfinished } from './unfinished.js'

/** A file to write, and what is there now if something is. */
export interface Replacement extends StoredFile {
  before?: Uint8Array
}

/** One file on its way to its place. Absolute paths. */
interface Step {
  /** Where a link leads to, so that a link stays one. */
  target: string
  /** The whole new file, beside its place. */
  beside: string
  /** The copy of what was there. */
  kept?: string
}

/** What was made on the way, to be taken away again when it leads nowhere. */
interface Traces {
  files: Set<string>
  folders: { first: string; deepest: string }[]
}

/**
 * Writes several files below `dir`, all of them or none, and keeps what they replace in the folder `kept` below it.
 *
 * Every new file is written and flushed beside its place and every old one copied; only then are the new ones
 * renamed, which needs no space. What is under way is noted in `dir`: of a killed process, whoever writes or opens the
 * workspace next finishes it or takes it back (`finishUnfinished`). When a rename fails, those before it are taken back. Fails with what the disk says,
 * and leaves the folder as it was.
 */
export function writeTogether(dir: string, files: Replacement[], kept: string): Outcome<true> {
  finishUnfinished(dir)
  const traces: Traces = { files: new Set(), folders: [] }
  const done: Step[] = []
  let shown = dir
  try {
    const steps = files.map(({ path, before }): Step => {
      const target = before ? realpathSync(join(dir, path)) : join(dir, path)
      const beside = join(dirname(target), passingName())
      return { target, beside, kept: before && join(dir, kept, path) }
    })
    const noted = steps.map(({ beside }, index) => {
      const { path, before } = files[index] as Replacement
      return { target: path, beside: basename(beside), kept: before && `${kept}/${path}` }
    })
    const note = (isReady: boolean) => noteUnfinished(dir, { process: process.pid, isReady, steps: noted })
    note(false)
    for (const [index, step] of steps.entries()) {
      const { path, bytes, before } = files[index] as Replacement
      shown = path
      const old = before && ownershipOf(step.target)
      writeNew(step.beside, bytes, old, traces)
      if (!before || !step.kept) continue
      shown = `${kept}/${path}`
      writeNew(step.kept, before, old, traces)
    }
    note(true)
    for (const [index, step] of steps.entries()) {
      shown = files[index]?.path ?? dir
      renameSync(step.beside, step.target)
      done.push(step)
    }
    for (const folder of new Set(steps.map(({ target }) => dirname(target)))) flushFolderNow(folder)
    forgetUnfinished(dir)
    return success(true)
  } catch (error) {
    const fault = fileFault(error, shown, 'write')
    for (const step of done) takeBack(step, traces)
    for (const file of traces.files) rmSync(file, { force: true })
    for (const { first, deepest } of traces.folders.reverse()) removeEmptyFolders(deepest, first)
    forgetUnfinished(dir)
    return failure(fault)
  }
}

/** Writes and flushes a file that is not there yet, and the folders that it needs. */
function writeNew(path: string, bytes: Uint8Array, old: Ownership | undefined, traces: Traces): void {
  const first = makeFolders(dirname(path))
  if (first !== undefined) traces.folders.push({ first, deepest: dirname(path) })
  writeNewFile(path, bytes, old)
  traces.files.add(path)
}

function takeBack({ target, kept }: Step, traces: Traces): void {
  try {
    if (kept) renameSync(kept, target)
    else rmSync(target)
  } catch {
    // The disk refuses this too. What was there is not lost: its copy stays.
    if (kept) traces.files.delete(kept)
  }
}
