import { verifyPdf } from '../host/index.js'
import type { Tools } from './command-line.js'
import { shownPath } from './describe-diagnostic.js'
import { givenPath } from './given-path.js'
import { failedReport, type Report } from './report.js'

/** `briefwright verify FILE.pdf`. */
export async function reportVerdict(file: string, cwd: string, tools: Tools): Promise<Report> {
  const path = givenPath(cwd, file)
  const verdict = await verifyPdf(path, tools)
  // Files that diagnostics name are those within the PDF.
  if (!verdict.ok) return failedReport(verdict.diagnostics, path)
  const { isIdentical, differences, version } = verdict.value
  return {
    isDone: isIdentical,
    diagnostics: differences,
    lines: isIdentical ? [`${shownPath(path, cwd)}: identical to what its dossier makes`] : [],
    facts: { file: path, identical: isIdentical, version },
    dir: path,
  }
}
