import { type Diagnostic, encodeUtf8, failure, type Outcome, success } from '../base/index.js'
import type { StoredFile } from '../dossier/index.js'
import type { Host } from '../host.js'
import type { CheckTheme } from './check-contents.js'
import { checkPackAbout, formatPackManifest } from './manifest.js'
import { askItsMaker } from './pack-fault.js'
import { packKindOf, packManifestPath } from './pack-kind.js'
import { readPack } from './read-pack.js'
import type { PackAbout, PackFile } from './types.js'

/**
 * The files of a pack, its manifest first and the others sorted by path. Same input, same bytes.
 *
 * It is read as one who imports it would read it, and fails with what they would be told; `pack/about` for what it
 * says of itself.
 */
export function buildPack(
  given: PackAbout,
  stored: StoredFile[],
  host: Pick<Host, 'digest' | 'version'>,
  checkTheme: CheckTheme,
): Outcome<StoredFile[]> {
  const about = checkPackAbout(given)
  if (!about.ok) return about
  const files = stored
    .map(({ path, bytes }): PackFile => {
      const kind = packKindOf(path)
      if (!kind) throw new Error(`${path} is no file of a pack`)
      return { path, bytes, kind, sha256: host.digest(bytes) }
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1))
  const manifest = encodeUtf8(formatPackManifest(about.value, files, host.version()))
  const all = [
    { path: packManifestPath, bytes: manifest },
    ...files.map(({ path, bytes }) => ({ path, bytes })),
  ]
  const read = readPack(all, host, checkTheme)
  if (!read.ok) return failure(...read.diagnostics.map(forItsMaker))
  return success(all, read.warnings)
}

/** Who makes the pack has the file itself, and nobody to ask. */
function forItsMaker(fault: Diagnostic): Diagnostic {
  return { ...fault, hints: fault.hints.filter((hint) => hint !== askItsMaker) }
}
