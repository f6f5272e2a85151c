import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { putFile } from '../files/index.js'
import { diskFault, documentFault } from './document-faults.js'
import { hashOf, type Snapshot, snapshotOf } from './snapshot.js'

export interface HistoryLimits {
  /** Days that a state is kept. */
  days: number
  /** Bytes that all states of all workspaces take together. */
  bytes: number
}

export const usualHistoryLimits: HistoryLimits = { days: 90, bytes: 200 * 1024 * 1024 }

/** A state of a file as it was saved, or as another program left it. */
export interface HistoryEntry {
  id: string
  /** Milliseconds since 1970. */
  when: number
  /** Bytes. */
  size: number
  /** It was never on the disk: its author let it go, or it was one of two unsaved texts. */
  isUnsaved: boolean
}

/**
 * The states of a workspace's files, in a folder of the program's own.
 *
 * A content is kept once, named by its SHA-256. That a file held it is an empty file whose name says when, how big and
 * which. The content is written first and removed last, so that an end at any moment leaves no entry without content;
 * a content without entry goes with the next pruning.
 */
export interface History {
  /** A state that is the latest already is not kept again. */
  keep(file: string, snapshot: Snapshot, now: number, isUnsaved?: boolean): Promise<Outcome<true>>
  /** The latest first. */
  list(file: string): HistoryEntry[]
  read(file: string, id: string): Outcome<Snapshot>
  /** Removes what is beyond the limits, the oldest first. */
  prune(now: number): void
}

interface Entry extends HistoryEntry {
  hash: string
  path: string
}

const entryName = /^(\d+)-(\d+)-([0-9a-f]{64})-[0-9a-f]{6}(-unsaved)?$/

const day = 24 * 60 * 60 * 1000

/** A content that was written this short a time ago, in milliseconds, may get its entry yet. */
const settling = 60 * 60 * 1000

export function openHistory(folder: string, workspace: string, limits: HistoryLimits): History {
  const contents = join(folder, 'contents')
  const shelves = join(folder, 'entries')
  const shelfOf = (file: string) => join(shelves, hashOf(`${workspace}\n${file}`).slice(0, 32))
  return {
    async keep(file, { raw, hash }, now, isUnsaved = false) {
      try {
        if (entriesIn(shelfOf(file)).at(-1)?.hash === hash) return success(true as const)
        await mkdir(contents, { recursive: true })
        await mkdir(shelfOf(file), { recursive: true })
        if (!isKept(join(contents, hash), now)) await putFile(join(contents, hash), raw)
        const size = Buffer.byteLength(raw)
        const mark = isUnsaved ? ['unsaved'] : []
        const name = [now, size, hash, randomBytes(3).toString('hex'), ...mark].join('-')
        closeSync(openSync(join(shelfOf(file), name), 'wx'))
        return success(true as const)
      } catch (error) {
        return failure(diskFault(error, `${file} (history)`, 'keep'))
      }
    },
    list: (file) =>
      entriesIn(shelfOf(file))
        .reverse()
        .map(({ id, when, size, isUnsaved }) => ({ id, when, size, isUnsaved })),
    read(file, id) {
      const entry = entriesIn(shelfOf(file)).find((one) => one.id === id)
      const raw = entry && readIfWhole(join(contents, entry.hash), entry.hash)
      if (raw !== undefined) return success(snapshotOf(raw))
      return failure(
        documentFault('no-such-state', `this state of \`${file}\` is no longer kept`, 'choose another one'),
      )
    },
    prune(now) {
      const entries = namesIn(shelves).flatMap((shelf) => entriesIn(join(shelves, shelf)))
      const { kept, dropped } = sorted(entries, limits, now)
      for (const { path } of dropped) removeQuietly(path)
      const wanted = new Set(kept.map(({ hash }) => hash))
      for (const hash of namesIn(contents)) {
        if (!wanted.has(hash) && now - changedAt(join(contents, hash)) > settling)
          removeQuietly(join(contents, hash))
      }
    },
  }
}

/** The latest first, until the days or the bytes are used up; a content counts once. */
function sorted(entries: Entry[], limits: HistoryLimits, now: number): { kept: Entry[]; dropped: Entry[] } {
  const kept: Entry[] = []
  const dropped: Entry[] = []
  const counted = new Set<string>()
  let bytes = 0
  for (const entry of entries.sort((one, other) => other.when - one.when)) {
    const more = counted.has(entry.hash) ? 0 : entry.size
    if (now - entry.when > limits.days * day || bytes + more > limits.bytes) {
      dropped.push(entry)
      continue
    }
    bytes += more
    counted.add(entry.hash)
    kept.push(entry)
  }
  return { kept, dropped }
}

/** The oldest first. */
function entriesIn(shelf: string): Entry[] {
  const entries = namesIn(shelf).flatMap((name) => {
    const [, when, size, hash, mark] = entryName.exec(name) ?? []
    if (!when || !size || !hash) return []
    const isUnsaved = mark !== undefined
    return [{ id: name, when: Number(when), size: Number(size), isUnsaved, hash, path: join(shelf, name) }]
  })
  return entries.sort((one, other) => one.when - other.when)
}

/** Whether a content is there; a pruning that runs meanwhile sees that it is wanted. */
function isKept(path: string, now: number): boolean {
  try {
    utimesSync(path, now / 1000, now / 1000)
    return true
  } catch {
    return false
  }
}

function readIfWhole(path: string, hash: string): string | undefined {
  try {
    const raw = readFileSync(path, 'utf8')
    return hashOf(raw) === hash ? raw : undefined
  } catch {
    return undefined
  }
}

function changedAt(path: string): number {
  try {
    return statSync(path).mtimeMs
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** What cannot be removed now is removed by a later pruning. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // See above.
  }
}
