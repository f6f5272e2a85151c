import { create } from 'zustand'
import type { Copy, ExportListing, Lock } from '../../electron/contract/index.js'
import type { Diagnostic } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { bridge } from '../base/bridge.js'
import { showFailure, showNotice, takeBack } from '../base/notices.js'
import { useOpenBrief } from '../briefs/use-open-brief.js'

/** What goes out, chosen for one export. Nothing of it is kept, least of all a password. */
export interface ExportChoices {
  dossier: boolean
  redacted: boolean
  /** None, `draft`, or a text. */
  watermark: string | undefined
  /** One a line; empty for a single PDF. */
  recipients: string
  lock: Lock | undefined
}

interface ExportDialogState {
  isOpen: boolean
  copy: Copy | undefined
  isStopping: boolean
  /** Why no copy was made, as long as the dialog stays for its list to be mended. */
  faults: Diagnostic[]
}

interface ExportState extends ExportDialogState {
  isExporting: boolean
  /** What was exported, as it was listed last; nothing before it ever was. */
  exports: ExportListing[] | undefined
}

const closed: ExportDialogState = { isOpen: false, copy: undefined, isStopping: false, faults: [] }

/** The dialog of an export, while it is open, how far the copies are, and what was exported. */
export const useExports = create<ExportState>(() => ({ ...closed, isExporting: false, exports: undefined }))

export function askForExport(): void {
  const isOpen = useOpenBrief.getState().open !== undefined
  if (isOpen && !useExports.getState().isExporting) useExports.setState({ ...closed, isOpen })
}

/** Lists the exports again. Those of before stay where that cannot be done. */
export async function listExports(): Promise<void> {
  const listed = await bridge.listExports()
  if (listed.ok) useExports.setState({ exports: listed.value })
  if (listed.ok) takeBack('cannotDo', 'exports')
  else showFailure('cannotDo', listed, 'exports')
}

export async function openExport(path: string): Promise<void> {
  const opened = await bridge.openExport(path)
  if (opened.ok) takeBack('cannotOpen')
  else showFailure('cannotOpen', opened)
}

export async function showExport(path: string): Promise<void> {
  const shown = await bridge.showExport(path)
  if (shown.ok) takeBack('cannotOpen')
  else showFailure('cannotOpen', shown)
}

/** Not while copies are made: those are stopped first. */
export function closeExport(): void {
  if (!useExports.getState().copy) useExports.setState(closed)
}

export async function exportBrief(choices: ExportChoices): Promise<void> {
  const { open } = useOpenBrief.getState()
  if (!open || useExports.getState().isExporting) return
  const { recipients, lock } = choices
  const brief = briefFor(open.brief, choices)
  const order = { file: open.file, brief, lock }
  useExports.setState({ isExporting: true })
  takeBack('cannotExport')
  if (recipients.trim() === '') {
    useExports.setState(closed)
    const exported = await bridge.exportPdf(order)
    if (!exported.ok) showFailure('cannotExport', exported, open.file)
    else if (exported.value) showNotice({ type: 'exported', ...exported.value }, open.file)
  } else {
    const exported = await bridge.exportCopies({ ...order, recipients })
    // A list that somebody typed is not thrown away for a slip in it, or for a folder that was not chosen.
    const isOfCopies = !exported.ok && exported.diagnostics.every(({ code }) => /^(copies|call)\//.test(code))
    if (!exported.ok && isOfCopies)
      useExports.setState({ ...closed, isOpen: true, faults: exported.diagnostics })
    else if (exported.ok && !exported.value) useExports.setState({ ...closed, isOpen: true })
    else useExports.setState(closed)
    if (!exported.ok && !isOfCopies) showFailure('cannotExport', exported, open.file)
    if (exported.ok && exported.value) showNotice({ type: 'copies', ...exported.value }, open.file)
  }
  useExports.setState({ isExporting: false })
}

export function stopCopies(): void {
  useExports.setState({ isStopping: true })
  void bridge.stopCopies()
}

/** The brief with what was chosen in place of what it says itself. */
function briefFor(brief: Brief, { dossier, redacted, watermark }: ExportChoices): Brief {
  const { dossier: _, redacted: __, watermark: ___, ...rest } = brief
  return {
    ...rest,
    ...(dossier ? {} : { dossier: false }),
    ...(redacted ? { redacted: true } : {}),
    ...(watermark === undefined ? {} : { watermark }),
  }
}
