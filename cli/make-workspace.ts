import { join, resolve } from 'node:path'
import { createWorkspace } from '../host/index.js'
import { shownPath } from './describe-diagnostic.js'
import { failedReport, type Report } from './report.js'

/** `briefwright new workspace DIR`, and with `--empty`. */
export function makeWorkspace(dir: string, cwd: string, empty: boolean): Report {
  const created = createWorkspace(resolve(cwd, dir), { empty })
  if (!created.ok) return failedReport(created.diagnostics)
  const { dir: folder, files } = created.value
  const brief = files.find((file) => file.startsWith('briefs/'))
  const shown = shownPath(folder, cwd)
  return {
    isDone: true,
    diagnostics: created.warnings,
    lines: [
      `made ${shown} with ${files.length} files`,
      ...(brief ? [`next: briefwright render "${join(shown, brief)}" --workspace "${shown}"`] : []),
    ],
    facts: { workspace: folder, files },
    dir: folder,
  }
}
