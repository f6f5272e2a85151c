import { type FSWatcher, watch } from 'node:fs'
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

/**
 * Calls `onChanged` when files of the workspace were written. A folder that is missing or cannot be watched is
 * left out: the window can still be told to read again. Gives what ends it.
 */
export function watchWorkspace(folder: string, onChanged: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const onEvent = (_kind: string, name: string | null) => {
    // Our own saves go through hidden files, and so do those of most editors.
    if (name?.startsWith('.')) return
    clearTimeout(timer)
    timer = setTimeout(onChanged, rest)
  }
  const watchers: FSWatcher[] = []
  for (const name of watched) {
    try {
      const watcher = watch(join(folder, name), onEvent)
      watcher.on('error', () => watcher.close())
      watchers.push(watcher)
    } catch {
      // See above.
    }
  }
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
