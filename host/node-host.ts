import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failure, type Outcome, success } from '../engine/diagnostic.js'
import type { FontFace, Host } from '../engine/host.js'
import type { IsoDate } from '../engine/locale/language.js'
import { findAppRoot } from './app-root.js'
import { fileFault } from './file-fault.js'

export interface NodeHostOptions {
  /** Instead of the root found from the running file; see `findAppRoot`. */
  appRoot?: string
  /** Instead of the user's clock. */
  today?: IsoDate
}

/** By absolute path. Fonts never change while a process runs, and every render uses the same ones. */
const fonts = new Map<string, Uint8Array>()

/** The engine's host on Node: fonts from `assets/fonts/`, today from the user's calendar. */
export function createNodeHost(options: NodeHostOptions = {}): Host {
  const folder = join(findAppRoot(options.appRoot), 'assets', 'fonts')
  return {
    font: (family, face) => readFont(folder, family, face),
    today: () => options.today ?? todayHere(new Date()),
  }
}

/** The day in the time zone of this machine: not UTC's, which is another one for part of every day. */
export function todayHere(now: Date): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function readFont(folder: string, family: string, face: FontFace): Outcome<Uint8Array> {
  // A theme names the family, so nothing of it may lead out of the folder.
  const kebab = family
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const path = join(folder, kebab, `${face}.ttf`)
  const known = fonts.get(path)
  if (known) return success(known)
  const families = fontFolders(folder)
  if (!families.includes(kebab)) {
    return failure({
      severity: 'error',
      code: 'font/unknown',
      message: `no font family \`${family}\``,
      hints: [`there are: ${families.map(titleOf).join(', ')}`],
    })
  }
  try {
    const bytes = new Uint8Array(readFileSync(path))
    fonts.set(path, bytes)
    return success(bytes)
  } catch (error) {
    return failure(fileFault(error, path, 'read'))
  }
}

function fontFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function titleOf(kebab: string): string {
  return kebab.replace(/(^|-)([a-z0-9])/g, (_, dash, letter) => (dash && ' ') + letter.toUpperCase())
}
