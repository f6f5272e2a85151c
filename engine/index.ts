/**
 * The engine: from casebook, templates and a brief to a document.
 *
 * Each stage is a pure function of what the last one gave; `compileBrief` runs them all.
 */

import type { Brief } from './brief/types.js'
import type { Casebook } from './casebook/types.js'
import { failure, type Outcome, success } from './diagnostic.js'
import {
  type Attachment,
  buildDossier,
  chooseRecords,
  keyOfRecord,
  type StoredFile,
} from './dossier/index.js'
import { type Atlas, readAtlas } from './graphics/index.js'
import type { Host, SourceFile } from './host.js'
import { buildModel } from './model/index.js'
import type { DocumentModel } from './model/nodes.js'
import { visitBlocks } from './model/visit.js'
import { parseTheme, type RenderedPdf, renderPdf } from './pdf/index.js'
import { findTemplate, unknownEntry } from './template/index.js'
import type { TemplateLibrary } from './template/types.js'
import { decodeUtf8 } from './utf8.js'

export { findTemplate }

export interface Workspace {
  casebook: Casebook
  /** The texts that the casebook was read from; the dossier is cut from them. */
  sources: SourceFile[]
  library: TemplateLibrary
}

export interface CompileOptions {
  /** Pages of the wrong number are given all the same, and no dossier: for who is still writing. */
  draft?: boolean
}

/**
 * Runs every stage for one brief. Warnings of all stages come along in order.
 *
 * The PDF carries its dossier unless the brief says `dossier: false`.
 */
export async function compileBrief(
  workspace: Workspace,
  brief: Brief,
  host: Host,
  options: CompileOptions = {},
): Promise<Outcome<RenderedPdf>> {
  const template = findTemplate(workspace.library, brief.template)
  if (!template.ok) return template
  const used = new Set<string>()
  const input = {
    library: workspace.library,
    template: template.value,
    brief,
    today: host.today(),
    atlas: () => atlasOf(host),
  }
  const { casebook } = workspace
  const model = buildModel({ ...input, casebook, onUse: (record) => used.add(keyOfRecord(record)) })
  if (!model.ok) return model
  const themeId = model.value.page.theme
  const themeEntry = workspace.library.themes.get(themeId)
  if (!themeEntry) return failure(unknownEntry('theme', themeId, [...workspace.library.themes.keys()]))
  const theme = parseTheme(themeEntry.file)
  if (!theme.ok) return theme
  const attachments = (): Attachment[] => {
    if (options.draft || brief.dossier === false) return []
    const { sources, library } = workspace
    const build = (part: Casebook) => buildModel({ ...input, casebook: part })
    const records = chooseRecords(casebook, sources, used, model.value, build)
    return buildDossier(
      {
        ...{ casebook, sources, library, brief, records },
        template: template.value,
        theme: themeEntry.file,
        issued: model.value.issued,
        pictures: picturesOf(model.value, host),
      },
      host,
    )
  }
  const rendered = await renderPdf(model.value, theme.value, host, {
    ...(options.draft ? { draft: true } : {}),
    attachments,
  })
  if (!rendered.ok) return rendered
  return success(rendered.value, [
    ...template.warnings,
    ...model.warnings,
    ...theme.warnings,
    ...rendered.warnings,
  ])
}

/** Those that cannot be read stop the rendering, which says so. */
function picturesOf(model: DocumentModel, host: Host): StoredFile[] {
  const pictures = new Map<string, StoredFile>()
  visitBlocks(model.blocks, (block) => {
    if (block.type !== 'image') return
    const file = host.picture(block.path)
    if (file.ok) pictures.set(block.path, { path: block.path, bytes: file.value })
  })
  return [...pictures.values()]
}

const atlases = new WeakMap<Host, Outcome<Atlas>>()

/** The atlas of a host, read when the first map asks for it: it holds the whole world. */
function atlasOf(host: Host): Outcome<Atlas> {
  const known = atlases.get(host)
  if (known) return known
  const files = { countries: 'countries.json', lakes: 'lakes.json', land: 'land.json', places: 'places.tsv' }
  const texts: Record<string, string> = {}
  for (const [name, file] of Object.entries(files)) {
    const bytes = host.asset(`maps/${file}`)
    if (!bytes.ok) return bytes
    texts[name] = decodeUtf8(bytes.value)
  }
  const atlas = readAtlas(texts as Record<keyof typeof files, string>)
  atlases.set(host, atlas)
  return atlas
}
