import { create } from 'zustand'
import type { ChosenPdf, ExportListing, PdfFacts } from '../../electron/contract/index.js'
import { type Diagnostic, diagnosticsOf, type Outcome } from '../../engine/base/index.js'
import { bridge } from '../base/bridge.js'
import { showFailure, showNotice, takeBack } from '../base/notices.js'
import { readSettings, showView } from '../base/use-window.js'
import { openBrief } from '../briefs/brief-actions.js'
import { putAway } from '../briefs/use-open-brief.js'
import { findOpenDocuments } from '../documents/document-actions.js'
import { useWorkspace } from '../workspace/use-workspace.js'

export type Verdict = 'identical' | 'differs' | 'unknown'

/** A PDF that was chosen, and what has been found out about it so far. */
export interface PdfOnHand {
  pdf: ChosenPdf
  aim: 'open' | 'verify'
  busy: 'reading' | 'verifying' | 'restoring' | undefined
  facts: PdfFacts | undefined
  verdict: Verdict | undefined
  /** What its dossier warns of, how it differs, or why it can be neither opened nor verified. */
  diagnostics: Diagnostic[]
}

interface PdfState {
  onHand: PdfOnHand | undefined
  /** By path, of files as they were when they were listed. */
  verdicts: Record<string, { verdict: Verdict; size: number; changed: number }>
}

export const usePdf = create<PdfState>(() => ({ onHand: undefined, verdicts: {} }))

/** Asks for a PDF, and then opens or verifies it. */
export async function choosePdf(aim: PdfOnHand['aim']): Promise<void> {
  const pdf = await bridge.choosePdf()
  if (pdf) await takeInHand(pdf, aim)
}

export async function openExportedBrief({ path }: ExportListing): Promise<void> {
  const pdf = await bridge.takeExport(path)
  if (pdf.ok) await takeInHand(pdf.value, 'open')
  else showFailure('cannotOpen', pdf)
}

export async function verifyExport({ path, size, changed }: ExportListing): Promise<void> {
  const pdf = await bridge.takeExport(path)
  if (!pdf.ok) return showFailure('cannotOpen', pdf)
  const verdict = await takeInHand(pdf.value, 'verify')
  if (!verdict) return
  usePdf.setState(({ verdicts }) => ({ verdicts: { ...verdicts, [path]: { verdict, size, changed } } }))
}

export async function openDroppedPdf(file: File): Promise<void> {
  const pdf = await bridge.takeDropped(file)
  if (pdf.ok) await takeInHand(pdf.value, 'open')
  else showFailure('cannotOpen', pdf)
}

/** Verifies the PDF that is on hand. Gives the verdict also when it was put away meanwhile. */
export async function verifyOnHand(): Promise<Verdict | undefined> {
  const { onHand } = usePdf.getState()
  if (!onHand) return undefined
  const { number } = onHand.pdf
  note(number, { busy: 'verifying' })
  const found = await bridge.verifyPdf(number)
  const verdict = !found.ok ? 'unknown' : found.value.isIdentical ? 'identical' : 'differs'
  const diagnostics = found.ok ? found.value.differences : found.diagnostics
  note(number, { busy: undefined, verdict, diagnostics })
  return verdict
}

/** Makes a workspace of the PDF on hand where the officer says, and opens its brief. */
export async function restoreOnHand(): Promise<void> {
  const { onHand } = usePdf.getState()
  if (!onHand) return
  const { number } = onHand.pdf
  note(number, { busy: 'restoring' })
  const restored = await bridge.restorePdf(number)
  note(number, { busy: undefined, diagnostics: diagnosticsOf(restored) })
  if (!restored.ok || !restored.value) return
  const { workspace, file } = restored.value
  useWorkspace.setState({ workspace })
  await readSettings()
  putPdfAway()
  putAway()
  await findOpenDocuments()
  showView('briefs')
  if (await openBrief(file)) {
    showNotice({ type: 'restored', folder: workspace.folder }, workspace.folder)
  }
}

export function putPdfAway(): void {
  usePdf.setState({ onHand: undefined })
}

async function takeInHand(pdf: ChosenPdf, aim: PdfOnHand['aim']): Promise<Verdict | undefined> {
  takeBack('cannotOpen')
  usePdf.setState({
    onHand: { pdf, aim, busy: 'reading', facts: undefined, verdict: undefined, diagnostics: [] },
  })
  if (aim === 'verify') return verifyOnHand()
  const facts: Outcome<PdfFacts> = await bridge.inspectPdf(pdf.number)
  note(pdf.number, {
    busy: undefined,
    facts: facts.ok ? facts.value : undefined,
    diagnostics: [...diagnosticsOf(facts), ...(facts.ok ? facts.value.diagnostics : [])],
  })
  return undefined
}

/** Nothing is noted of a PDF that is no longer on hand. */
function note(number: number, found: Partial<PdfOnHand>): void {
  usePdf.setState(({ onHand }) => (onHand?.pdf.number === number ? { onHand: { ...onHand, ...found } } : {}))
}
