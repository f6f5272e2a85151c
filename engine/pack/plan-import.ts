import { type Outcome, success } from '../base/index.js'
import type { Casebook } from '../casebook/index.js'
import type { Host } from '../host.js'
import type { TemplateLibrary } from '../template/types.js'
import { templatesOf } from './check-contents.js'
import { checkInWorkspace } from './check-in-workspace.js'
import type { ImportEffect, ImportPlan, Pack, PackFile, PlannedFile } from './types.js'

/** A workspace as an import sees it. */
export interface ImportTarget {
  /** With the built-in entries, as briefs see it. */
  library: TemplateLibrary
  /** Left out when it cannot be read. */
  casebook?: Casebook
  /** By path, the bytes of the workspace's own files where the pack has one of the same path. */
  own: ReadonlyMap<string, Uint8Array>
  /** The same for the program's files. */
  builtIn: ReadonlyMap<string, Uint8Array>
}

/** Says what importing a pack would do, file by file, with warnings of what would then be wrong. Writes nothing. */
export function planImport(
  pack: Pack,
  target: ImportTarget,
  host: Pick<Host, 'digest'>,
): Outcome<ImportPlan> {
  const titles = new Map(templatesOf(pack.files).map(({ file, title }) => [file.path, title]))
  const files = pack.files.map((file): PlannedFile => {
    const { path, kind, bytes } = file
    const own = target.own.get(path)
    const title = titles.get(path)
    return {
      path,
      kind,
      effect: effectOf(file, own && host.digest(own), digestOf(target.builtIn.get(path), host)),
      size: bytes.length,
      title,
      before: own && host.digest(own),
    }
  })
  return success({ about: pack.about, files }, checkInWorkspace(pack.files, target.library, target.casebook))
}

function effectOf(file: PackFile, own: string | undefined, builtIn: string | undefined): ImportEffect {
  if (own === file.sha256) return 'same'
  // An untouched copy of a built-in file is nobody's work: what the pack stands in place of is the built-in one.
  if (own !== undefined && own !== builtIn) return 'replaces'
  return builtIn !== undefined && builtIn !== file.sha256 ? 'overrides' : 'added'
}

function digestOf(bytes: Uint8Array | undefined, host: Pick<Host, 'digest'>): string | undefined {
  return bytes && host.digest(bytes)
}
