/**
 * The engine: from casebook, templates and a brief to a document.
 *
 * Each stage is a pure function of what the last one gave; `compileBrief` runs them all.
 */

import type { SourceFile } from './base/index.js'
import {
  type Diagnostic,
  decodeUtf8,
  failure,
  keptWith,
  type Outcome,
  type Place,
  settle,
  startOf,
  success,
} from './base/index.js'
import { inField } from './brief/index.js'
import type { Brief } from './brief/types.js'
import { keyOfRecord } from './casebook/index.js'
import type { Casebook, CasebookRecord } from './casebook/types.js'
import { locatePassage } from './check/index.js'
import type { DocumentModel } from './document/index.js'
import { visitBlocks } from './document/index.js'
import { type Attachment, buildDossier, chooseRecords, type StoredFile } from './dossier/index.js'
import { type Atlas, readAtlas } from './figures/index.js'
import type { Host } from './host.js'
import { buildModel } from './model/index.js'
import { type Protection, parseTheme, type RenderedPdf, renderPdf, warningsOf } from './pdf/index.js'
import { placedBack, type RedactedWorkspace, redactWorkspace } from './redaction/index.js'
import { findTemplate, templateOf, unknownEntry } from './template/index.js'
import type { TemplateLibrary } from './template/types.js'

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
  /** Encrypts the PDF; it then carries no dossier. */
  protection?: Protection
}

/**
 * Runs every stage for one brief. Warnings of all stages come along in order.
 *
 * The PDF carries its dossier unless the brief says `dossier: false`. With `redacted: true` it is made without the
 * casebook's internal records; see `redactWorkspace`.
 */
export async function compileBrief(
  workspace: Workspace,
  brief: Brief,
  host: Host,
  options: CompileOptions = {},
): Promise<Outcome<RenderedPdf>> {
  if (!brief.redacted) return compileLocated(workspace, brief, host, options)
  const redaction = redactionOf(workspace)
  if (!redaction.ok) return redaction
  const { value: redacted } = redaction
  // A reader of the dossier is not told that anything is missing, and makes the same document from it.
  const { redacted: _, ...plain } = brief
  const { casebook, sources } = redacted
  const sound = settle(undefined, checkRedaction(workspace, redacted, plain, host))
  if (!sound.ok) return sound
  const compiled = await compileLocated({ ...workspace, casebook, sources }, plain, host, options, redacted)
  if (!compiled.ok) return { ok: false, diagnostics: placedBack(compiled.diagnostics, redacted.originOf) }
  const { value, warnings } = compiled
  const pageMap = value.pageMap.map((entry) => ({ ...entry, from: redacted.originOf(entry.from) }))
  return success({ ...value, pageMap, faults: placedBack(value.faults, redacted.originOf) }, [
    ...sound.warnings,
    ...placedBack(warnings, redacted.originOf),
  ])
}

/** Redacted once for as long as a workspace is open: an author who writes a redacted brief sees it at every pause. */
const redactionOf = keptWith(redactWorkspace)

const readTheme = keptWith(parseTheme)

/** What of a brief, its template and the prose that they would print cannot go out redacted. */
function checkRedaction(
  workspace: Workspace,
  redacted: RedactedWorkspace,
  brief: Brief,
  host: Host,
): Diagnostic[] {
  const template = templateOf(brief, workspace.library)
  if (!template.ok) return template.diagnostics
  const faults = redacted.checkBrief(brief, template.value, workspace.library)
  if (!redacted.hasSharedProse) return faults
  const { casebook, library } = workspace
  const used = new Set<string>()
  const onUse = (record: CasebookRecord) => used.add(keyOfRecord(record))
  const input = { casebook, library, template: template.value, brief, today: host.today(), onUse }
  buildModel({ ...input, atlas: () => atlasOf(host) })
  return [...faults, ...redacted.checkProse(used)]
}

/** What stands in a passage of the casebook is put on the lines of its files. */
async function compileLocated(...input: Parameters<typeof compile>): Promise<Outcome<RenderedPdf>> {
  const [{ sources }, { language }] = input
  const located = <P extends Place>(at: P) => ('passage' in at ? locatePassage(at, sources, language) : at)
  const inFiles = (diagnostics: Diagnostic[]) =>
    diagnostics.map((one) => (one.at ? { ...one, at: located(one.at) } : one))
  const compiled = await compile(...input)
  if (!compiled.ok) return { ok: false, diagnostics: inFiles(compiled.diagnostics) }
  const { value, warnings } = compiled
  const pageMap = value.pageMap.map((entry) => ({ ...entry, from: located(entry.from) }))
  return success({ ...value, pageMap, faults: inFiles(value.faults) }, inFiles(warnings))
}

async function compile(
  workspace: Workspace,
  brief: Brief,
  host: Host,
  options: CompileOptions,
  redacted?: RedactedWorkspace,
): Promise<Outcome<RenderedPdf>> {
  const template = templateOf(brief, workspace.library)
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
  // Before what the model lacks: that may be no more than what follows from it.
  const left = redacted?.checkRecords(used) ?? []
  if (left.some(({ severity }) => severity === 'error')) return failure(...left)
  if (!model.ok) return model
  const themeId = model.value.page.theme
  const themeEntry = workspace.library.themes.get(themeId)
  if (!themeEntry) {
    const fault = unknownEntry('theme', themeId, [...workspace.library.themes.keys()])
    return failure({ ...fault, at: brief.theme ? inField('theme') : startOf(template.value.file.path) })
  }
  const theme = readTheme(themeEntry.file)
  if (!theme.ok) return theme
  const { sources, library } = workspace
  const choose = (): Set<string> => {
    const build = (part: Casebook) => buildModel({ ...input, casebook: part })
    return chooseRecords(casebook, sources, used, model.value, build)
  }
  const hasDossier = !options.draft && !options.protection && brief.dossier !== false
  const chosen = redacted && hasDossier ? choose() : undefined
  const carried = settle(undefined, chosen ? (redacted?.checkRecords(chosen) ?? []) : left)
  if (!carried.ok) return carried
  const attachments = (): Attachment[] => {
    if (!hasDossier) return []
    const records = chosen ?? choose()
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
    ...(options.protection ? { protection: options.protection } : {}),
    attachments,
  })
  if (!rendered.ok) return rendered
  return success(rendered.value, [
    ...template.warnings,
    ...model.warnings,
    ...theme.warnings,
    ...carried.warnings,
    ...rendered.warnings,
    ...(options.protection ? warningsOf(options.protection) : []),
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
