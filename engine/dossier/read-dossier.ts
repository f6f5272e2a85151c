import type { SourceFile } from '../base/index.js'
import {
  type Diagnostic,
  decodeUtf8,
  failure,
  isSafePath,
  type Outcome,
  repeatedPaths,
  success,
} from '../base/index.js'
import { parseBrief } from '../brief/index.js'
import { parseCasebook } from '../casebook/index.js'
import type { Host } from '../host.js'
import type { LibraryEntry, TemplateLibrary } from '../template/types.js'
import { manifestPath, parseManifest } from './manifest.js'
import type { Dossier, StoredFile } from './types.js'

/**
 * Reads the files that a PDF carries.
 *
 * Fails with `dossier/not-ours` where there is no manifest, `dossier/outside` for a name that leads out of a
 * workspace, `dossier/changed`, `dossier/missing`, `dossier/unlisted` and `dossier/repeated` for files that are not as
 * the manifest says, and with what is wrong in a brief or casebook that cannot be read. What these warn of is a warning.
 */
export function readDossier(attached: StoredFile[], host: Pick<Host, 'digest'>): Outcome<Dossier> {
  const listing = attached.find(({ path }) => path === manifestPath)
  const manifest = listing && parseManifest(listing.bytes)
  if (!manifest) return failure(notOurs())
  const files = attached.filter((file) => file !== listing)
  const faults = [...files.map(({ path }) => path), ...manifest.files.map(({ path }) => path)]
    .filter((path) => !isSafePath(path))
    .map(leadsOut)
  if (faults.length > 0) return failure(...unique(faults))
  faults.push(...compare(manifest.files, files, host))
  const briefs = files.filter(({ path }) => /^briefs\/[^/]+\.brief\.yaml$/.test(path))
  const [briefFile] = briefs
  if (!briefFile || briefs.length !== 1) faults.push(...(faults.length > 0 ? [] : [notOurs()]))
  if (faults.length > 0 || !briefFile) return failure(...faults)

  const texts = files.map((file): SourceFile => ({ path: file.path, text: decodeUtf8(file.bytes) }))
  const sources = texts.filter(({ path }) => path.startsWith('casebook/'))
  const brief = parseBrief({ path: briefFile.path, text: decodeUtf8(briefFile.bytes) })
  if (!brief.ok) return brief
  const casebook = parseCasebook(sources)
  if (!casebook.ok) return casebook
  const library = libraryOf(texts)
  const { template } = brief.value
  if (!library.templates.has(template))
    return failure(fault('missing', `the brief names the template \`${template}\`, which is not attached`))
  const dossier = {
    files,
    briefPath: briefFile.path,
    brief: brief.value,
    casebook: casebook.value,
    sources,
    library,
    version: manifest.program.version,
  }
  return success(dossier, [...brief.warnings, ...casebook.warnings])
}

function compare(
  listed: { path: string; sha256: string }[],
  files: StoredFile[],
  host: Pick<Host, 'digest'>,
): Diagnostic[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const known = new Set(listed.map(({ path }) => path))
  return [
    ...listed.flatMap(({ path, sha256 }): Diagnostic[] => {
      const file = byPath.get(path)
      if (!file) return [fault('missing', `the manifest names \`${path}\`, which is not attached`)]
      if (host.digest(file.bytes) === sha256) return []
      return [fault('changed', `\`${path}\` is not the file that the manifest was made of`)]
    }),
    ...files
      .filter(({ path }) => !known.has(path))
      .map(({ path }) => fault('unlisted', `\`${path}\` is attached, but the manifest does not name it`)),
    ...repeatedPaths(files.map(({ path }) => path)).map((path) =>
      fault('repeated', `two attached files are called \`${path}\``),
    ),
  ]
}

function libraryOf(texts: SourceFile[]): TemplateLibrary {
  const shelf = (pattern: RegExp): Map<string, LibraryEntry> =>
    new Map(
      texts.flatMap((file) => {
        const id = pattern.exec(file.path)?.[1]
        return id === undefined ? [] : [[id, { file, origin: 'workspace', overrides: false }] as const]
      }),
    )
  return {
    templates: shelf(/^templates\/([^/]+)\.hbs$/),
    layouts: shelf(/^templates\/layouts\/([^/]+)\.hbs$/),
    partials: shelf(/^templates\/partials\/([^/]+)\.hbs$/),
    themes: shelf(/^templates\/themes\/([^/]+)\.yaml$/),
  }
}

function notOurs(): Diagnostic {
  return {
    severity: 'error',
    code: 'dossier/not-ours',
    message: 'the PDF does not carry what a brief was made from',
    hints: ['check that it was made by Briefwright, and not with the dossier left out or taken away since'],
  }
}

function leadsOut(path: string): Diagnostic {
  return fault('outside', `the attached file \`${path}\` has a name that leads out of a workspace`)
}

function fault(code: string, message: string): Diagnostic {
  return {
    severity: 'error',
    code: `dossier/${code}`,
    message,
    hints: ['the PDF was changed after it was made; ask who made it for another copy'],
  }
}

function unique(diagnostics: Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [one.message, one])).values()]
}
