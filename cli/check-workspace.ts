import { resolve } from 'node:path'
import { type Diagnostic, diagnosticsOf, withoutRepeats } from '../engine/base/index.js'
import { briefIn, locateAll } from '../engine/check/index.js'
import { findTemplate } from '../engine/template/index.js'
import { type InspectedWorkspace, inspectWorkspace, type RenderPool } from '../host/index.js'
import { countDiagnostics } from './describe-diagnostic.js'
import type { Report } from './report.js'

/**
 * `briefwright check`: the casebook, every template in every language it has, and every brief.
 *
 * Says all that the window lists as problems. Templates and briefs are then compiled to the last page, so that what only
 * a document shows (what it prints beyond its sources, a length that was promised, a character that no font has) is
 * found too.
 */
export async function checkWorkspace(
  options: { workspace?: string },
  cwd: string,
  pool: RenderPool,
): Promise<Report> {
  const dir = options.workspace === undefined ? undefined : resolve(cwd, options.workspace)
  const place = dir === undefined ? {} : { dir }
  const inspected = inspectWorkspace(place)
  const { library, casebook, casebookFiles, briefs } = inspected
  const compiled = casebook ? await compileAll(inspected, dir, pool) : []
  const diagnostics = withoutRepeats<Diagnostic>([...inspected.diagnostics, ...compiled])
  const counts = { files: casebookFiles, templates: library.templates.size, briefs: briefs.length }
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

/** What is wrong with the documents of a workspace. What a PDF carries beside its pages cannot be wrong in itself. */
async function compileAll(
  { library, briefs }: InspectedWorkspace,
  dir: string | undefined,
  pool: RenderPool,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = []
  for (const id of library.templates.keys()) {
    const template = findTemplate(library, id)
    for (const language of template.ok ? template.value.languages : []) {
      const brief = { template: id, language, dossier: false, parameters: {}, narrative: {} }
      diagnostics.push(...locateAll(diagnosticsOf(await pool.render({ brief, dir })), undefined))
    }
  }
  for (const { file } of briefs) {
    const brief = file && briefIn(file)
    if (!brief?.ok) continue
    const compiled = await pool.render({ brief: { ...brief.value, dossier: false }, dir })
    diagnostics.push(...locateAll(diagnosticsOf(compiled), file))
  }
  return diagnostics
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
