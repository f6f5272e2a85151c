import {
  type Diagnostic,
  failure,
  isSafePath,
  type Outcome,
  printablePath,
  repeatedPaths,
  settle,
} from '../base/index.js'
import type { StoredFile } from '../dossier/index.js'
import type { Host } from '../host.js'
import { type CheckTheme, checkContents } from './check-contents.js'
import { type PackManifest, parsePackManifest } from './manifest.js'
import { faultOfFile, packFault } from './pack-fault.js'
import { packKindOf, packManifestPath } from './pack-kind.js'
import type { Pack, PackFile } from './types.js'

/** Of a pack that is wrong throughout, some faults are enough. */
const mostFaults = 50

/**
 * Reads the files of a pack, names and bytes as they came, and looks at every one of them.
 *
 * Fails with `pack/no-manifest`, `pack/manifest`, `pack/newer-format` or `pack/newer-program` for its manifest;
 * `pack/outside` for a name that leads out of a workspace or that some system cannot have, `pack/repeated`,
 * `pack/kind` for what no pack holds; `pack/changed`, `pack/missing` and `pack/unlisted` for files that are not as
 * the manifest says; and with what is wrong within a file (see `checkContents`). Nothing of a pack that fails is used.
 */
export function readPack(
  stored: StoredFile[],
  host: Pick<Host, 'digest' | 'version'>,
  checkTheme: CheckTheme,
): Outcome<Pack> {
  const listing = stored.find(({ path }) => path === packManifestPath)
  const manifest = listing && parsePackManifest(listing.bytes, host.version())
  const faults = checkNames(stored.filter((file) => file !== listing).map(({ path }) => path))
  if (!manifest) faults.push(noManifest())
  else if (!manifest.ok) faults.push(...manifest.diagnostics)
  if (faults.length > 0 || !manifest?.ok) return failure(...faults.slice(0, mostFaults))
  const { files, ...about } = manifest.value
  const found = stored
    .filter((file) => file !== listing)
    .flatMap(({ path, bytes }): PackFile[] => {
      const kind = packKindOf(path)
      return kind ? [{ path, bytes, kind, sha256: host.digest(bytes) }] : []
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1))
  faults.push(...compare(files, found))
  // What is not the file that its author made is not worth reading.
  const contents = faults.length > 0 ? [] : checkContents(found, checkTheme)
  return settle({ about, files: found }, [...faults, ...contents].slice(0, mostFaults))
}

function checkNames(paths: string[]): Diagnostic[] {
  const unsafe = paths.filter((path) => !isSafePath(path))
  const repeated = repeatedPaths(paths)
  return [
    ...[...new Set(unsafe)].map((path) =>
      faultOfFile(
        'outside',
        path,
        `\`${printablePath(path)}\` is a name that leads out of a workspace, or that not every system can have`,
        'do not use this pack; ask who made it what the file is for',
      ),
    ),
    ...repeated.map((path) =>
      faultOfFile(
        'repeated',
        path,
        `two files are called \`${printablePath(path)}\`, or differ in capital letters alone`,
      ),
    ),
    ...paths
      .filter((path) => isSafePath(path) && packKindOf(path) === undefined)
      .map((path) =>
        faultOfFile(
          'kind',
          path,
          `\`${printablePath(path)}\` is no template, layout, partial, theme or picture`,
          'a pack holds `templates/…` and pictures in `assets/`, and nothing else',
        ),
      ),
  ]
}

function compare(listed: PackManifest['files'], found: PackFile[]): Diagnostic[] {
  const byPath = new Map(found.map((file) => [file.path, file]))
  const known = new Set(listed.map(({ path }) => path))
  if (listed.length === 0 && found.length === 0) return [packFault('empty', 'the pack holds no file')]
  return [
    ...repeatedPaths(listed.map(({ path }) => path)).map((path) =>
      packFault('repeated', `the manifest names \`${printablePath(path)}\` twice`),
    ),
    ...listed.flatMap(({ path, kind, bytes, sha256 }): Diagnostic[] => {
      const file = byPath.get(path)
      const shown = printablePath(path)
      if (!file) {
        return [packFault('missing', `the manifest names \`${shown}\`, which is not in the pack`)]
      }
      if (file.sha256 === sha256 && file.bytes.length === bytes && file.kind === kind) return []
      return [faultOfFile('changed', path, `\`${shown}\` is not the file that the manifest was made of`)]
    }),
    ...found
      .filter(({ path }) => !known.has(path))
      .map(({ path }) =>
        faultOfFile('unlisted', path, `\`${printablePath(path)}\` is in the pack, but not in its manifest`),
      ),
  ]
}

function noManifest(): Diagnostic {
  return packFault(
    'no-manifest',
    `the pack has no \`${packManifestPath}\``,
    'make packs with Export pack or `briefwright pack export`, not by zipping a folder',
  )
}
