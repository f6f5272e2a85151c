import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isSafePath } from '../../engine/base/index.js'
import { isPassingName, isRunning } from './passing-files.js'
import { pathWithin } from './path-within.js'
import { putFileNow } from './put-file.js'
import { readRegularFile } from './read-regular-file.js'

/** Files that are written together. Their paths are from the folder that they are all in, with `/`. */
export interface Unfinished {
  /** The process that writes them. */
  process: number
  /** Once every new file lies whole beside its place, all of them are put there; until then none is. */
  isReady: boolean
  /** The new file lies beside `target` as `beside`; `kept` is the copy of what was there. */
  steps: { target: string; beside: string; kept?: string }[]
}

const noteName = '.bw-unfinished.json'
const largestNote = 4 * 1024 * 1024
const largestFile = 32 * 1024 * 1024

/** Notes what is under way in `dir`, so that a killed process leaves all of it or nothing; see `finishUnfinished`. */
export function noteUnfinished(dir: string, unfinished: Unfinished): void {
  putFileNow(join(dir, noteName), JSON.stringify(unfinished))
}

export function forgetUnfinished(dir: string): void {
  rmSync(join(dir, noteName), { force: true })
}

/**
 * Finishes what a killed process was writing in `dir`, or takes it back where it was not ready. What a living process
 * writes is left to it, and what the disk refuses is tried again next time.
 *
 * A workspace comes from anywhere, and its note may say anything: nothing is touched outside `dir`, links followed, and
 * nothing put in place that has no name of a file on its way. A file that a link of its owner leads out of `dir` stays.
 */
export function finishUnfinished(dir: string): void {
  const note = readRegularFile(join(dir, noteName), noteName, { largest: largestNote })
  const unfinished = note.ok ? parse(note.value) : undefined
  if (!unfinished || isRunning(unfinished.process)) return
  const within = (path: string) => {
    const real = pathWithin(join(dir, path), [dir])
    return real.ok ? real.value : undefined
  }
  try {
    for (const { target, beside, kept } of unfinished.steps) {
      const place = within(target)
      const made = place && join(dirname(place), beside)
      if (!made) continue
      const copy = kept === undefined ? undefined : within(kept)
      if (unfinished.isReady) {
        // What somebody has changed since is theirs.
        if (existsSync(made) && isStill(place, copy)) renameSync(made, place)
        rmSync(made, { force: true })
      } else {
        rmSync(made, { force: true })
        if (copy && kept?.startsWith('replaced/')) rmSync(copy, { force: true })
      }
    }
    forgetUnfinished(dir)
  } catch {
    // See above.
  }
}

/** Whether a file still says what its copy says, or is still not there where it has none. */
function isStill(path: string, copy: string | undefined): boolean {
  if (copy === undefined) return !existsSync(path)
  const [now, then] = [path, copy].map((one) => readRegularFile(one, one, { largest: largestFile }))
  return now?.ok === true && then?.ok === true && Buffer.compare(now.value, then.value) === 0
}

function parse(bytes: Uint8Array): Unfinished | undefined {
  try {
    const note: Partial<Unfinished> = JSON.parse(new TextDecoder().decode(bytes))
    const isSound =
      typeof note.process === 'number' &&
      typeof note.isReady === 'boolean' &&
      note.steps?.every(
        ({ target, beside, kept }) =>
          isSafePath(target) && isPassingName(beside) && (kept === undefined || isSafePath(kept)),
      )
    return isSound ? (note as Unfinished) : undefined
  } catch {
    return undefined
  }
}
