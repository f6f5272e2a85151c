import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import type { FontFace, Host } from '../../engine/host.js'
import type { IsoDate } from '../../engine/locale/index.js'
import { findAppRoot } from './app-root.js'
import { pathWithin } from './path-within.js'
import { readRegularFile } from './read-regular-file.js'

export interface NodeHostOptions {
  /** Instead of the root found from the running file; see `findAppRoot`. */
  appRoot?: string
  /** The workspace that pictures are read from; without one there are none. */
  dir?: string
  /** Instead of the user's clock. */
  today?: IsoDate
  /** Instead of the program's own: that of a document which is made again. */
  version?: string
}

/** Largest picture, font or map that is read, in bytes. A photograph as a camera takes it stays below. */
export const largestAsset = 32 * 1024 * 1024

/** By absolute path. Fonts never change while a process runs, and every render uses the same ones. */
const fonts = new Map<string, Uint8Array>()

/** The engine's host on Node: fonts from `assets/fonts/`, today from the user's calendar. */
export function createNodeHost(options: NodeHostOptions = {}): Host {
  const appRoot = findAppRoot(options.appRoot)
  const assets = join(appRoot, 'assets')
  const folder = join(assets, 'fonts')
  return {
    font: (family, face) => readFont(folder, family, face),
    asset: (path) => readWithin(assets, path),
    picture: (path) => readWithin(options.dir ?? assets, path),
    today: () => options.today ?? todayHere(new Date()),
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    version: () => options.version ?? versionOf(appRoot),
  }
}

/** The version of the program, as its `package.json` says. */
export function versionOf(appRoot: string): string {
  return JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')).version
}

/** The day in the time zone of this machine: not UTC's, which is another one for part of every day. */
export function todayHere(now: Date): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A file below `folder`; a path or a link that leads out of it is refused. */
function readWithin(folder: string, path: string): Outcome<Uint8Array> {
  const file = join(folder, path)
  const real = pathWithin(file, [folder], path, 'put the file into the folder `assets` of the workspace')
  return real.ok ? readRegularFile(real.value, file, { largest: largestAsset }) : real
}

/** Families for letters that those of themes lack, which no theme names. */
const comingAlong = 'fallback'

function readFont(folder: string, family: string, face: FontFace): Outcome<Uint8Array> {
  // A theme names the family, so nothing of it may lead out of the folder.
  const kebab = family
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const paths = [kebab, join(comingAlong, kebab)].map((home) => join(folder, home, `${face}.ttf`))
  const known = paths.map((one) => fonts.get(one)).find((bytes) => bytes)
  if (known) return success(known)
  const families = fontFolders(folder)
  const isOwn = families.includes(kebab)
  if (!isOwn && !fontFolders(join(folder, comingAlong)).includes(kebab)) {
    return failure({
      severity: 'error',
      code: 'font/unknown',
      message: `no font family \`${family}\``,
      hints: [`there are: ${families.map(titleOf).join(', ')}`],
    })
  }
  const [own, other] = paths as [string, string]
  const file = isOwn ? own : other
  const bytes = readRegularFile(file, file, { largest: largestAsset })
  if (bytes.ok) fonts.set(file, bytes.value)
  return bytes
}

function fontFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== comingAlong)
    .map((entry) => entry.name)
    .sort()
}

function titleOf(kebab: string): string {
  return kebab.replace(/(^|-)([a-z0-9])/g, (_, dash, letter) => (dash && ' ') + letter.toUpperCase())
}
