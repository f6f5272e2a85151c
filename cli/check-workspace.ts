import { type Diagnostic, diagnosticsOf, withoutRepeats } from '../engine/base/index.js'
import { locateAll } from '../engine/check/index.js'
import type { RenderPool, Survey } from '../host/index.js'
import { countDiagnostics } from './describe-diagnostic.js'
import { givenWorkspace } from './given-path.js'
import { failedReport, type Report } from './report.js'

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
  const dir = givenWorkspace(cwd, options)
  const survey = await pool.surveyWorkspace({ dir })
  if (!survey.ok) return failedReport(survey.diagnostics, dir)
  const { counts } = survey.value
  const compiled = await compileAll(survey.value, dir, pool)
  const diagnostics = withoutRepeats<Diagnostic>([...survey.value.diagnostics, ...compiled])
  return {
    isDone: diagnostics.every((one) => one.severity !== 'error'),
    diagnostics,
    lines: [
      `checked ${counted(counts.files, 'casebook file')}, ${counted(counts.templates, 'template')}, ` +
        `${counted(counts.briefs, 'brief')}: ${countDiagnostics(diagnostics) || 'nothing to report'}`,
    ],
    facts: { checked: counts },
    dir,
  }
}

/** What is wrong with the documents of a workspace. What a PDF carries beside its pages cannot be wrong in itself. */
async function compileAll(
  { documents }: Survey,
  dir: string | undefined,
  pool: RenderPool,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = []
  for (const { brief, file } of documents) {
    const compiled = await pool.render({ brief: { ...brief, dossier: false }, dir })
    diagnostics.push(...locateAll(diagnosticsOf(compiled), file))
  }
  return diagnostics
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
