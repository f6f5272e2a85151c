import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What a document is made of; each folder by itself, since Linux cannot watch a tree. */
const watched = [
  'casebook',
  'templates',
  'templates/layouts',
  'templates/partials',
  'templates/themes',
  'briefs',
]

/** How long, in milliseconds, files must rest before they are read: editors write in several steps. */
const rest = 250

/** How often, in milliseconds, it is looked whether the folders are there: a disk that is pulled out says nothing. */
const lookEvery = 700

/**
 * Calls `onChanged` when files of the workspace were written, and when it or one of its folders went away or came
 * back. A folder that cannot be watched is left out: the window can still be told to read again. Gives what ends it.
 */
export function watchWorkspace(folder: string, onChanged: () => void): () => void {
  const watchers = new Map<string, FSWatcher>()
  let isEnded = false
  let timer: NodeJS.Timeout | undefined
  let looking: NodeJS.Timeout | undefined
  let seen: string | undefined

  function changedSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(onChanged, rest)
  }

  function watchFolder(name: string): void {
    watchers.get(name)?.close()
    watchers.delete(name)
    try {
      const watcher = watch(join(folder, name), (_kind, file) => {
        // Our own saves go through hidden files, and so do those of most editors.
        if (!file?.startsWith('.')) changedSoon()
      })
      watcher.on('error', () => watcher.close())
      watchers.set(name, watcher)
    } catch {
      // See above.
    }
  }

  async function look(): Promise<void> {
    const now = await Promise.all(['.', ...watched].map((name) => identityOf(join(folder, name))))
    if (isEnded) return
    const all = now.join(' ')
    if (seen !== undefined && all !== seen) {
      // A folder that is there again is another one to the system.
      for (const name of watched) watchFolder(name)
      changedSoon()
    }
    seen = all
    looking = setTimeout(() => void look(), lookEvery)
  }

  for (const name of watched) watchFolder(name)
  void look()
  return () => {
    isEnded = true
    clearTimeout(timer)
    clearTimeout(looking)
    for (const watcher of watchers.values()) watcher.close()
  }
}

async function identityOf(path: string): Promise<string> {
  try {
    const { dev, ino } = await stat(path)
    return `${dev}:${ino}`
  } catch {
    return 'none'
  }
}
