import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Names of files that are on their way to their place. Short, so that a long name does not make one that the disk
 * refuses, and with the process that writes them, so that what a killed one left behind can be told from what a
 * living one is writing.
 */
const pattern = /^\.bw-(\d+)-[0-9a-f]{12}\.tmp$/

/** Of the marks by which processes take turns at a file. One of a killed process would only be waited for. */
const turnPattern = /^\.bw-turn-[0-9a-f]{12}\.tmp$/

/** A process of the same number may have come since, and one on another machine is not seen: after a day, in milliseconds, it is stray. */
const longest = 24 * 60 * 60 * 1000

/** Folders looked into below the one to sweep. A workspace has some ten. */
const mostFolders = 2000

export function passingName(): string {
  return `.bw-${process.pid}-${randomBytes(6).toString('hex')}.tmp`
}

export function isPassingName(name: string): boolean {
  return pattern.test(name)
}

/**
 * Removes what killed processes left on its way, in `folder` and, unless `isDeep` is false, below it; links are not
 * followed.
 */
export function sweepPassingFiles(folder: string, now: number, isDeep = true): void {
  const folders = [folder]
  for (let index = 0; index < folders.length && index < mostFolders; index += 1) {
    const at = folders[index] ?? folder
    for (const entry of entriesOf(at)) {
      if (entry.isDirectory() && isStray(join(at, entry.name), entry.name, now)) {
        ignoreRefusal(() => rmSync(join(at, entry.name), { recursive: true, force: true }))
      } else if (isDeep && entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') {
        folders.push(join(at, entry.name))
      } else if (entry.isFile() && isStray(join(at, entry.name), entry.name, now)) {
        // A folder that cannot be written keeps it, and nobody is kept from their work by it.
        ignoreRefusal(() => rmSync(join(at, entry.name), { force: true }))
      }
    }
  }
}

export function turnName(file: string): string {
  return `.bw-turn-${createHash('sha256').update(file).digest('hex').slice(0, 12)}.tmp`
}

function isStray(path: string, name: string, now: number): boolean {
  const owner = turnPattern.test(name) ? writtenIn(path) : pattern.exec(name)?.[1]
  if (owner === undefined) return false
  return !isRunning(Number(owner)) || (ignoreRefusal(() => now - lstatSync(path).mtimeMs > longest) ?? false)
}

/** What the mark of a turn says of whose it is. */
export function turnOwner(): string {
  return `${process.pid}\n`
}

/** Who a mark says it is of, and `0`, which no process has, where that one had no time to say it to the end. */
function writtenIn(path: string): string {
  const [, owner = '0'] = /^(\d+)\n$/.exec(ignoreRefusal(() => readFileSync(path, 'utf8')) ?? '') ?? []
  return owner
}

/** Whether there is a process of this number, whoever's it is. */
export function isRunning(process_: number): boolean {
  // Number 0 stands for all of them.
  if (!(process_ > 0)) return false
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    // It runs, but is someone else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function entriesOf(folder: string) {
  return ignoreRefusal(() => readdirSync(folder, { withFileTypes: true })) ?? []
}

function ignoreRefusal<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}
