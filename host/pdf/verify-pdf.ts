import type { Diagnostic, Outcome } from '../../engine/base/index.js'
import { success } from '../../engine/base/index.js'
import type { RenderPool } from '../render/index.js'
import { comparePdf } from './compare-pdf.js'
import { openPdf } from './open-dossier.js'
import type { PdfReader } from './read-pdf.js'

/** Whether a PDF is what its dossier makes. */
export interface Verdict {
  isIdentical: boolean
  /** One `dossier/differs` for each attachment and page that is not the same. */
  differences: Diagnostic[]
  /** Of the program that made it. */
  version: string
}

/** Makes the PDF at `path`, an absolute one, again from what it carries, and compares the two. */
export async function verifyPdf(
  path: string,
  tools: { readPdf: PdfReader; pool: RenderPool },
): Promise<Outcome<Verdict>> {
  const pdf = await openPdf(path, tools.readPdf)
  if (!pdf.ok) return pdf
  const { dossier } = pdf.value
  const rebuilt = await tools.pool.render({ brief: dossier.brief, dossier })
  if (!rebuilt.ok) return rebuilt
  const differences = await comparePdf(pdf.value, rebuilt.value.bytes, tools.readPdf)
  if (!differences.ok) return differences
  const { length } = differences.value
  return success({ isIdentical: length === 0, differences: differences.value, version: dossier.version })
}
