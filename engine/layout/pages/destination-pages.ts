import type { LaidPage } from './paginate.js'

/** The page of each name that something leads to, from 1. */
export function destinationPages(pages: readonly LaidPage[]): Map<string, number> {
  const found = new Map<string, number>()
  pages.forEach(({ strips }, index) => {
    for (const { strip, isRepeat } of strips)
      if (!isRepeat) for (const name of strip.destinations ?? []) found.set(name, index + 1)
  })
  return found
}
