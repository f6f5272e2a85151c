import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { putFile } from '../files/index.js'
import { hashOf } from './snapshot.js'

/** Views that are kept, of all workspaces together. */
const mostViews = 1000

/**
 * Where an author was in a file whose text is saved: cursor, scroll and the like. One that is lost costs a little
 * scrolling, so that nobody is told of a disk that refuses it.
 */
export interface KeptViews {
  keep(file: string, view: unknown): Promise<void>
  read(file: string): unknown
  /** Removes those that are too many, the oldest first. */
  prune(): void
}

export function openViews(folder: string, workspace: string): KeptViews {
  const pathOf = (file: string) => join(folder, `${hashOf(`${workspace}\n${file}`).slice(0, 32)}.json`)
  return {
    async keep(file, view) {
      try {
        await mkdir(folder, { recursive: true })
        await putFile(pathOf(file), JSON.stringify({ view }))
      } catch {
        // See above.
      }
    },
    read(file) {
      try {
        return (JSON.parse(readFileSync(pathOf(file), 'utf8')) as { view?: unknown }).view
      } catch {
        return undefined
      }
    },
    prune() {
      try {
        const paths = readdirSync(folder).map((name) => join(folder, name))
        const byAge = paths.map((path) => ({ path, when: statSync(path).mtimeMs }))
        for (const { path } of byAge.sort((one, other) => other.when - one.when).slice(mostViews))
          rmSync(path, { force: true })
      } catch {
        // See above.
      }
    },
  }
}
