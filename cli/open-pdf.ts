import { join, resolve } from 'node:path'
import { openPdf, type PdfReader, restoreWorkspace } from '../host/index.js'
import { shownPath } from './describe-diagnostic.js'
import { givenPath } from './given-path.js'
import { failedReport, type Report } from './report.js'

/** `briefwright open FILE.pdf --workspace DIR`. */
export async function openPdfAsWorkspace(
  file: string,
  options: { workspace: string },
  cwd: string,
  readPdf: PdfReader,
): Promise<Report> {
  const path = givenPath(cwd, file)
  const pdf = await openPdf(path, readPdf)
  if (!pdf.ok) return failedReport(pdf.diagnostics, path)
  const restored = restoreWorkspace(pdf.value.dossier, resolve(cwd, options.workspace))
  if (!restored.ok) return failedReport(restored.diagnostics)
  const { dir, files, brief } = restored.value
  const shown = shownPath(dir, cwd)
  return {
    isDone: true,
    diagnostics: [...pdf.warnings, ...restored.warnings],
    lines: [
      `made ${shown} with ${files.length} files`,
      `next: briefwright render "${join(shown, brief)}" --workspace "${shown}"`,
    ],
    facts: { workspace: dir, files, brief },
    dir,
  }
}
