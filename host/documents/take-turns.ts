import { closeSync, linkSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { passingName, systemCodeOf, turnName, turnOwner } from '../files/index.js'

/** A turn takes less than a millisecond. One that is seen for longer than this is a killed process's. */
const longestTurn = 1000

/**
 * Runs `task`, which compares a file with what is expected and replaces it, while no other process of this program does
 * so with the same file: between a look and a rename there is room for another one's rename, and what that wrote would
 * be gone. `task` is one step, so that nobody waits long.
 *
 * What takes turns is a file beside it that is there for the length of `task`. Where a disk does not take it there are
 * no turns. Other programs know nothing of it: what they write in that very moment is lost to this process's text.
 */
export async function takeTurns<T>(path: string, task: () => T): Promise<T> {
  const mark = join(dirname(path), turnName(basename(path)))
  let seen: string | undefined
  let since = 0
  while (!isTaken(mark)) {
    const now = identityOf(mark)
    if (now !== seen) {
      seen = now
      since = performance.now()
    } else if (now !== undefined && performance.now() - since > longestTurn) {
      endTurn(mark, now)
    }
    await rest(1 + Math.random() * 4)
  }
  try {
    return task()
  } finally {
    // A disk that has become read-only meanwhile keeps it; the next start sweeps it.
    ignoreRefusal(() => rmSync(mark, { force: true }))
  }
}

/** Whether the turn is this process's now, or needs no taking. */
function isTaken(mark: string): boolean {
  try {
    const opened = openSync(mark, 'wx')
    ignoreRefusal(() => writeFileSync(opened, turnOwner()))
    closeSync(opened)
    return true
  } catch (error) {
    return systemCodeOf(error) !== 'EEXIST'
  }
}

/** Takes away the mark of a process that was killed, and puts it back where it is another one's after all. */
function endTurn(mark: string, identity: string): void {
  const aside = join(dirname(mark), passingName())
  ignoreRefusal(() => {
    renameSync(mark, aside)
    if (identityOf(aside) !== identity) linkSync(aside, mark)
  })
  ignoreRefusal(() => rmSync(aside, { force: true }))
}

function identityOf(mark: string): string | undefined {
  return ignoreRefusal(() => {
    const { ino, mtimeNs } = statSync(mark, { bigint: true })
    return `${ino} ${mtimeNs}`
  })
}

function ignoreRefusal<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}
