import { zipSync } from 'fflate'
import { type Diagnostic, encodeUtf8, type Outcome, success } from '../../engine/base/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import type { LocalText } from '../../engine/locale/index.js'
import { textIn } from '../../engine/locale/index.js'
import { buildPack, collectFiles, type PackAbout } from '../../engine/pack/index.js'
import type { Template } from '../../engine/template/types.js'
import { createNodeHost, largestAsset, locateFile, type ReadOptions, readIfThere } from '../files/index.js'
import { readWorkspaceFiles } from '../workspace/index.js'
import { themeFaults } from './theme-faults.js'

export interface PackRequest extends ReadOptions {
  /** Ids of the templates. */
  templates: string[]
  /** What the pack says of itself. The title is that of the templates if left out. */
  about: Omit<PackAbout, 'title'> & Partial<Pick<PackAbout, 'title'>>
}

export interface MadePack {
  bytes: Uint8Array
  about: PackAbout
  /** What is in it, as paths in a workspace, sorted. */
  files: string[]
}

/**
 * Makes a pack of templates of a workspace, with what they need. Same files, same bytes, on every machine and day.
 *
 * Fails with what `collectFiles` and `buildPack` find, or what the disk says. A picture that a template names and
 * that is not there is a warning, and so is what a check of the templates finds.
 */
export function makePack(request: PackRequest): Outcome<MadePack> {
  const files = readWorkspaceFiles(request)
  if (!files.ok) return files
  const casebook = parseCasebook(files.value.casebook)
  const collected = collectFiles(
    files.value.library,
    request.templates,
    casebook.ok ? casebook.value : undefined,
  )
  if (!collected.ok) return collected
  const { templates, texts, pictures } = collected.value
  const host = createNodeHost(request)
  const warnings: Diagnostic[] = [...collected.warnings]
  const stored: StoredFile[] = []
  for (const { path, text } of texts) {
    // As it is on the disk: a byte order mark is no part of the text, but of the file.
    const bytes = readIfThere(locateFile(path, request), path, largestAsset)
    if (!bytes.ok) return bytes
    stored.push({ path, bytes: bytes.value ?? encodeUtf8(text) })
  }
  for (const path of pictures) {
    const picture = host.picture(path)
    if (picture.ok) stored.push({ path, bytes: picture.value })
    else warnings.push(...picture.diagnostics.map(withoutPicture))
  }
  const about: PackAbout = { ...request.about, title: request.about.title ?? titleOf(templates) }
  const built = buildPack(about, stored, host, themeFaults)
  if (!built.ok) return built
  return success({ bytes: zip(built.value), about, files: built.value.slice(1).map(({ path }) => path) }, [
    ...warnings,
    ...built.warnings,
  ])
}

/** In both languages, where every template has both. */
function titleOf(templates: Template[]): LocalText {
  const inLanguage = (language: 'en' | 'fr') =>
    templates
      .map(({ title }) => textIn(title, language))
      .join(', ')
      .slice(0, 200)
  const en = inLanguage('en')
  const fr = inLanguage('fr')
  return en === fr ? en : { en, fr }
}

function withoutPicture(fault: Diagnostic): Diagnostic {
  return { ...fault, severity: 'warning', message: `${fault.message}; the pack goes without it` }
}

/**
 * By fflate and not by Node's zlib, whose bytes differ between versions. Its dates are local ones, so the same local
 * hour is the same bytes everywhere.
 */
function zip(files: StoredFile[]): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { level: 9, mtime })
}
