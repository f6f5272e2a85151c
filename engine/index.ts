/**
 * The engine: from casebook, templates and a brief to a document.
 *
 * Each stage is a pure function of what the last one gave; `compileBrief` runs them all.
 */

import type { Brief } from './brief/types.js'
import type { Casebook } from './casebook/types.js'
import { failure, type Outcome, success } from './diagnostic.js'
import { type Atlas, readAtlas } from './graphics/index.js'
import type { Host } from './host.js'
import { buildModel } from './model/index.js'
import { parseTheme, type RenderedPdf, type RenderOptions, renderPdf } from './pdf/index.js'
import { findTemplate, unknownEntry } from './template/index.js'
import type { TemplateLibrary } from './template/types.js'
import { decodeUtf8 } from './utf8.js'

export { findTemplate }

export interface Workspace {
  casebook: Casebook
  library: TemplateLibrary
}

/** Runs every stage for one brief. Warnings of all stages come along in order. */
export async function compileBrief(
  workspace: Workspace,
  brief: Brief,
  host: Host,
  options: RenderOptions = {},
): Promise<Outcome<RenderedPdf>> {
  const template = findTemplate(workspace.library, brief.template)
  if (!template.ok) return template
  const model = buildModel({
    casebook: workspace.casebook,
    library: workspace.library,
    template: template.value,
    brief,
    today: host.today(),
    atlas: () => atlasOf(host),
  })
  if (!model.ok) return model
  const themeId = model.value.page.theme
  const themeEntry = workspace.library.themes.get(themeId)
  if (!themeEntry) return failure(unknownEntry('theme', themeId, [...workspace.library.themes.keys()]))
  const theme = parseTheme(themeEntry.file)
  if (!theme.ok) return theme
  const rendered = await renderPdf(model.value, theme.value, host, options)
  if (!rendered.ok) return rendered
  return success(rendered.value, [
    ...template.warnings,
    ...model.warnings,
    ...theme.warnings,
    ...rendered.warnings,
  ])
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
