import { readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** A link that leads to links further than this goes round in a circle. */
const mostLinks = 40

/**
 * Where a folder really lies, however it is spelt, so that what is kept of it is found by every name that it has. What
 * is not there, a stick that was pulled out say, is followed as far as its links are.
 */
export function placeOfFolder(folder: string, links = 0): string {
  const whole = resolve(folder)
  try {
    // The system's own, which also knows in which case the names are written.
    return realpathSync.native(whole)
  } catch {
    const target = links < mostLinks ? targetOf(whole) : undefined
    if (target !== undefined) return placeOfFolder(resolve(dirname(whole), target), links + 1)
    const above = dirname(whole)
    return above === whole ? whole : join(placeOfFolder(above, links), basename(whole))
  }
}

function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
