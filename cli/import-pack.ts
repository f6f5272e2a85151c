import { textIn } from '../engine/locale/index.js'
import type { ImportEffect, ImportPlan, PlannedFile } from '../engine/pack/index.js'
import { importPack, type RenderPool } from '../host/index.js'
import { shownPath } from './describe-diagnostic.js'
import { givenPath } from './given-path.js'
import { failedReport, type Report } from './report.js'

/** `briefwright pack import FILE --workspace DIR`: shows what it would do, and does it with `--yes`. */
export async function importPackInto(
  file: string,
  options: { workspace: string; yes?: boolean },
  cwd: string,
  pool: RenderPool,
): Promise<Report> {
  const dir = givenPath(cwd, options.workspace)
  const planned = await pool.planPack({ path: givenPath(cwd, file), dir })
  if (!planned.ok) return failedReport(planned.diagnostics, dir)
  const { plan } = planned.value
  const shown = describePlan(plan)
  if (!options.yes) {
    return {
      isDone: true,
      diagnostics: planned.warnings,
      lines: [...shown, 'nothing was written; add --yes to import it'],
      facts: { ...plan, imported: false },
      dir,
    }
  }
  const imported = importPack(planned.value, dir)
  if (!imported.ok) return failedReport([...planned.warnings, ...imported.diagnostics], dir)
  const { files, kept } = imported.value
  return {
    isDone: true,
    diagnostics: planned.warnings,
    lines: [
      ...shown,
      files.length === 0
        ? 'nothing to write'
        : `wrote ${files.length} ${files.length === 1 ? 'file' : 'files'} to ${shownPath(dir, cwd)}`,
      ...(kept === undefined ? [] : [`what was replaced is kept in ${kept}`]),
    ],
    facts: { ...plan, imported: true, written: files, kept },
    dir,
  }
}

function describePlan({ about, files }: ImportPlan): string[] {
  const { author, version, licence } = about
  const from = [`version ${version}`, author, licence].filter(Boolean).join(', ')
  const same = files.filter(({ effect }) => effect === 'same').length
  return [
    `${textIn(about.title, 'en')} (${from})`,
    ...files.filter(({ effect }) => effect !== 'same').map(describeFile),
    ...(same > 0 ? [`    and ${same} ${same === 1 ? 'file' : 'files'} that the workspace has already`] : []),
  ]
}

function describeFile({ path, effect, title }: PlannedFile): string {
  const name = title === undefined ? '' : `  ${textIn(title, 'en')}`
  return `    ${effectWords[effect].padEnd(width)}  ${path}${name}`
}

const effectWords: Record<ImportEffect, string> = {
  added: 'new',
  overrides: 'in place of the built-in',
  replaces: 'replaces yours',
  same: 'there already',
}

const width = Math.max(...Object.values(effectWords).map(({ length }) => length))
