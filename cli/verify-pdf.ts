import { resolve } from 'node:path'
import { comparePdf, openPdf, type RenderPool } from '../host/index.js'
import { shownPath } from './describe-diagnostic.js'
import { failedReport, type Report } from './report.js'

/** `briefwright verify FILE.pdf`. */
export async function verifyPdf(file: string, cwd: string, pool: RenderPool): Promise<Report> {
  const path = resolve(cwd, file)
  const pdf = await openPdf(path)
  // Files that diagnostics name are those within the PDF.
  if (!pdf.ok) return failedReport(pdf.diagnostics, path)
  const { dossier } = pdf.value
  const rebuilt = await pool.render({ brief: dossier.brief, dossier })
  if (!rebuilt.ok) return failedReport(rebuilt.diagnostics, path)
  const differences = await comparePdf(pdf.value, rebuilt.value.bytes)
  if (!differences.ok) return failedReport(differences.diagnostics, path)
  const isIdentical = differences.value.length === 0
  return {
    isDone: isIdentical,
    diagnostics: differences.value,
    lines: isIdentical ? [`${shownPath(path, cwd)}: identical to what its dossier makes`] : [],
    facts: { file: path, identical: isIdentical, version: dossier.version },
    dir: path,
  }
}
