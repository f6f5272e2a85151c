/**
 * The open workspace as the window works on it: its casebook, templates, briefs and exports.
 *
 * Knows no Electron, so that it is tested on a folder alone. All paths that come in are paths in the workspace.
 */
import { readdirSync, type Stats, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { type Diagnostic, diagnosticsOf, failure, type Outcome, success } from '../../engine/base/index.js'
import { briefIn } from '../../engine/check/index.js'
import { languages, textIn } from '../../engine/locale/index.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import { findTemplate } from '../../engine/template/index.js'
import {
  briefEnding,
  createWorkspace,
  type FoundBrief,
  type InspectedWorkspace,
  inspectWorkspace,
  locateOwnFile,
  pathWithin,
  type RenderJob,
  type RenderPool,
  readTextFile,
} from '../../host/index.js'
import type {
  BriefListing,
  ExportListing,
  OpenBrief,
  TemplateListing,
  WorkspaceContents,
} from '../contract/index.js'

export interface WorkspaceSession {
  readonly folder: string
  read(): Omit<WorkspaceContents, 'casebookNumber'>
  readSource(file: string): Outcome<string>
  /** What a template calls itself, in each language; nothing for one that cannot be read. */
  titlesOf(template: string): string[]
  /** For an export: every error stops it. Fails where the brief's own file leads out of the workspace. */
  exportJob(draft: OpenBrief): Outcome<RenderJob>
  /** For the page beside the text: pages of the wrong number are shown all the same. */
  preview(draft: OpenBrief): Promise<Outcome<RenderedPdf>>
  listExports(): Outcome<ExportListing[]>
  /** Where an export of this brief goes unless its author says otherwise. */
  exportPath(draft: OpenBrief): string
}

/** Takes up the workspace at `folder`, which need not be in order: what is wrong with it comes from `read`. */
export function openSession(folder: string, appRoot: string, pool: RenderPool): WorkspaceSession {
  const place = { dir: folder, appRoot }
  /** Of the casebook and the templates: a brief that is written changes nothing that a document is made from. */
  let revision = 1
  let seen: Pick<InspectedWorkspace, 'casebookFiles' | 'library'> | undefined

  /** Every path that the window gives comes through here, or through `locateOwnFile`. */
  const own = (file: string) => pathWithin(join(folder, file), [folder], file)

  return {
    folder,
    read() {
      const found = inspectWorkspace({ dir: folder, appRoot })
      const { casebookFiles, library } = found
      // The same objects as before where nothing was written.
      const isSame = seen?.casebookFiles === casebookFiles && seen.library === library
      if (seen && !isSame) revision += 1
      seen = { casebookFiles, library }
      return { folder, ...contentsOf(found, folder) }
    },
    readSource(file) {
      const path = locateOwnFile(file, place)
      if (!path.ok) return path
      const source = readTextFile(path.value, file)
      return source.ok ? success(source.value.text) : source
    },
    titlesOf(id) {
      const template = findTemplate((seen ?? inspectWorkspace(place)).library, id)
      return template.ok ? languages.map((language) => textIn(template.value.title, language)) : []
    },
    exportJob({ file, brief }) {
      const path = own(file)
      return path.ok ? success({ ...place, brief, revision }) : path
    },
    async preview({ file, brief }) {
      const path = own(file)
      return path.ok ? pool.render({ ...place, brief, revision, draft: true }) : path
    },
    listExports: () => listExports(join(folder, 'exports')),
    exportPath({ file, brief }) {
      return join(folder, 'exports', `${basename(file, briefEnding)}-${brief.language}.pdf`)
    },
  }
}

/**
 * Makes a workspace in `folder` if there is nothing in it yet. Gives what went wrong, and nothing when all is well.
 * A folder that holds anything at all is someone's, and is opened as it is.
 */
export function prepareWorkspace(folder: string, appRoot: string): Diagnostic[] {
  if (hasFiles(folder)) return []
  return diagnosticsOf(createWorkspace(folder, { appRoot }))
}

/** Whether there is anything in a folder. One that cannot be looked into counts as empty. */
export function hasFiles(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch {
    return false
  }
}

function contentsOf(
  { casebook, library, briefs, diagnostics }: InspectedWorkspace,
  folder: string,
): Omit<WorkspaceContents, 'folder' | 'casebookNumber'> {
  return {
    casebook,
    templates: [...library.templates].flatMap(([id, { origin, overrides }]): TemplateListing[] => {
      const template = findTemplate(library, id)
      return template.ok ? [{ template: template.value, origin, overrides }] : []
    }),
    briefs: briefs.map((brief) => listBrief(folder, brief)),
    diagnostics,
  }
}

function listBrief(folder: string, { path, file }: FoundBrief): BriefListing {
  const brief = file && briefIn(file)
  const changed = factsOf(join(folder, path))?.mtimeMs ?? 0
  const name = basename(path, briefEnding)
  if (!brief?.ok) return { file: path, title: name, changed }
  const { title, template, language } = brief.value
  return { file: path, title: title || name, template, language, changed }
}

function listExports(folder: string): Outcome<ExportListing[]> {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    // A workspace that has exported nothing need not have the folder.
    return success([])
  }
  const listings = names
    .filter((name) => name.toLowerCase().endsWith('.pdf') && !name.startsWith('.'))
    .map((name) => {
      const path = join(folder, name)
      const facts = factsOf(path)
      return { path, name, size: facts?.size ?? 0, changed: facts?.mtimeMs ?? 0 }
    })
  return success(listings.sort((a, b) => b.changed - a.changed))
}

/** Nothing for a file that went away, or that may not be looked at, between listing and asking. */
function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** The path in the workspace of a brief that is one of its own, by its path on the disk. */
export function briefFileAt(path: string, folder: string): Outcome<string> {
  const file = relative(folder, path).split(sep).join('/')
  if (file.startsWith('briefs/') && file.endsWith(briefEnding) && file.split('/').length === 2)
    return success(file)
  return failure({
    severity: 'error',
    code: 'workspace/not-a-brief-here',
    message: `\`${basename(path)}\` is no brief of this workspace`,
    hints: ['open its workspace first', 'or copy the file into the folder `briefs`'],
  })
}
