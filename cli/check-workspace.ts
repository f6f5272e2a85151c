import { join, resolve } from 'node:path'
import { type Diagnostic, diagnosticsOf, withoutRepeats } from '../engine/base/index.js'
import { parseBrief } from '../engine/brief/index.js'
import { parseCasebook } from '../engine/casebook/index.js'
import { checkEvidence } from '../engine/evidence/index.js'
import { findTemplate } from '../engine/template/index.js'
import {
  listBriefs,
  type RenderPool,
  readTextFile,
  readWorkspaceFiles,
  type WorkspaceFiles,
} from '../host/index.js'
import { countDiagnostics } from './describe-diagnostic.js'
import { placeInBrief } from './place-in-brief.js'
import { failedReport, type Report } from './report.js'

/**
 * `briefwright check`: the casebook, every template in every language it has, and every brief.
 *
 * Templates and briefs are compiled to the last page, so that what only a finished page shows (a length that was
 * promised, a character that no font has) is found too. One that cannot be read does not hide the others.
 */
export async function checkWorkspace(
  options: { workspace?: string },
  cwd: string,
  pool: RenderPool,
): Promise<Report> {
  const dir = options.workspace === undefined ? undefined : resolve(cwd, options.workspace)
  const place = dir === undefined ? {} : { dir }
  const files = readWorkspaceFiles(place)
  if (!files.ok) return failedReport(files.diagnostics, dir)
  const casebook = parseCasebook(files.value.casebook)
  // Nothing can be compiled without a casebook; templates and briefs are then read only.
  const compiler = casebook.ok ? pool : undefined
  const templates = await checkTemplates(files.value, dir, compiler)
  const briefs = await checkBriefs(dir, compiler)
  const diagnostics = withoutRepeats([
    ...files.warnings,
    ...diagnosticsOf(casebook),
    ...(casebook.ok ? checkEvidence(casebook.value) : []),
    ...templates.diagnostics,
    ...briefs.diagnostics,
  ])
  const counts = { files: files.value.casebook.length, templates: templates.count, briefs: briefs.count }
  return {
    isDone: diagnostics.every((one) => one.severity !== 'error'),
    diagnostics,
    lines: [
      `checked ${counted(counts.files, 'casebook file')}, ${counted(counts.templates, 'template')}, ` +
        `${counted(counts.briefs, 'brief')}: ${countDiagnostics(diagnostics) || 'nothing to report'}`,
    ],
    facts: { checked: counts },
    ...place,
  }
}

interface Findings {
  count: number
  diagnostics: Diagnostic[]
}

async function checkTemplates(
  { library }: WorkspaceFiles,
  dir: string | undefined,
  compiler: RenderPool | undefined,
): Promise<Findings> {
  const diagnostics: Diagnostic[] = []
  for (const id of library.templates.keys()) {
    const template = findTemplate(library, id)
    diagnostics.push(...diagnosticsOf(template))
    if (!template.ok || !compiler) continue
    for (const language of template.value.languages) {
      // What a PDF carries beside its pages cannot be wrong in itself.
      const brief = { template: id, language, dossier: false, parameters: {}, narrative: {} }
      diagnostics.push(...diagnosticsOf(await compiler.render({ brief, ...(dir !== undefined && { dir }) })))
    }
  }
  return { count: library.templates.size, diagnostics }
}

async function checkBriefs(dir: string | undefined, compiler: RenderPool | undefined): Promise<Findings> {
  if (dir === undefined) return { count: 0, diagnostics: [] }
  const paths = listBriefs(dir)
  if (!paths.ok) return { count: 0, diagnostics: paths.diagnostics }
  const diagnostics: Diagnostic[] = []
  for (const path of paths.value) {
    const file = readTextFile(join(dir, path), path)
    const brief = file.ok ? parseBrief(file.value) : file
    diagnostics.push(...diagnosticsOf(brief))
    if (!file.ok || !brief.ok || !compiler) continue
    const compiled = await compiler.render({ brief: { ...brief.value, dossier: false }, dir })
    diagnostics.push(...placeInBrief(diagnosticsOf(compiled), file.value, {}))
  }
  return { count: paths.value.length, diagnostics }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
