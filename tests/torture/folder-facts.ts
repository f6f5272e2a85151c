import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Every file below `folder` by its path, with the SHA-256 of what it holds. Nothing for a folder that is not there. */
export function digestsIn(folder: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of filesIn(folder)) {
    const digest = createHash('sha256').update(readFileSync(path)).digest('hex')
    found.set(relative(folder, path).split(sep).join('/'), digest)
  }
  return found
}

/** What a killed process left on its way, in `folder` and below it, hidden folders included. */
export function straysIn(folder: string): string[] {
  const isStray = (name: string) => name.endsWith('.tmp') || name.startsWith('.bw-')
  return entriesIn(folder)
    .filter((path) => path.split(sep).some(isStray))
    .map((path) => relative(folder, path))
}

export function sameFiles(one: Map<string, string>, other: Map<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, digest]) => other.get(path) === digest)
}

function filesIn(folder: string): string[] {
  return entriesIn(folder).filter((path) => lstatSync(path).isFile())
}

function entriesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  } catch {
    return []
  }
}
