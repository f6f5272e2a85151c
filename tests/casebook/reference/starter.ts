import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from '../../../engine/base/index.js'

const folder = fileURLToPath(new URL('../../../assets/starter/casebook/', import.meta.url))

/** The files of the casebook that `new workspace --empty` begins with. */
export function starterFiles(): SourceFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ path: `casebook/${name}`, text: readFileSync(folder + name, 'utf8') }))
}

/** A starter's file without the line for editors; of a collection with its first record alone. */
export function shownOf(path: string): string {
  const lines = linesOf(path)
  const starts = lines.flatMap((line, index) => (line.startsWith('- id:') ? [index] : []))
  return lines
    .slice(starts[0] ?? 0, starts[1])
    .join('\n')
    .trimEnd()
}

/** What the comment at the head of a collection's file says of it. */
export function purposeOf(path: string): string {
  const lines = linesOf(path)
  return lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    )
    .map((line) => line.slice(2))
    .join('\n')
}

function linesOf(path: string): string[] {
  const { text } = starterFiles().find((file) => file.path === path) as SourceFile
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('# yaml-language-server:'))
}
