import { basename, dirname, resolve } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { readRecipients } from '../../engine/brief/index.js'
import { exportFile, makeCopies, makeProtection, type RenderJob, type RenderPool } from '../../host/index.js'
import type { CopiesOrder, Copy, Exported, ExportedCopies, ExportOrder } from '../contract/index.js'
import type { Desk } from './desk.js'
import type { Words } from './words.js'

interface Surroundings {
  pool: RenderPool
  desk(): Desk
  say(): Words
  ask<T>(question: (window: BrowserWindow) => Promise<T>): Promise<T | undefined>
  onCopy(copy: Copy): void
  /** Told of each file that was written, by its whole path. */
  onWritten(path: string): void
}

/** What leaves the workspace: one PDF, or a numbered copy for each recipient. */
export function createExportDesk({ pool, desk, say, ask, onCopy, onWritten }: Surroundings) {
  let stop: AbortController | undefined

  async function exportPdf(order: ExportOrder): Promise<Outcome<Exported | null>> {
    const job = jobOf(order, desk())
    if (!job.ok) return job
    const rendered = await pool.render(job.value)
    if (!rendered.ok) return rendered
    const chosen = await ask((window) =>
      dialog.showSaveDialog(window, {
        title: say().exportTitle,
        defaultPath: desk().exportPath(order),
        filters: [{ name: say().pdfDocument, extensions: ['pdf'] }],
      }),
    )
    if (!chosen?.filePath || chosen.canceled) return success(null)
    const path = /\.pdf$/i.test(chosen.filePath) ? chosen.filePath : `${chosen.filePath}.pdf`
    const written = await exportFile(path, rendered.value.bytes)
    if (!written.ok) return written
    onWritten(resolve(path))
    return success({ path, pageCount: rendered.value.pageCount }, rendered.warnings)
  }

  async function exportCopies(order: CopiesOrder): Promise<Outcome<ExportedCopies | null>> {
    const recipients = readRecipients({ path: 'recipients', text: order.recipients })
    if (!recipients.ok) return recipients
    const job = jobOf(order, desk())
    if (!job.ok) return job
    const path = desk().exportPath(order)
    const chosen = await ask((window) =>
      dialog.showOpenDialog(window, {
        title: say().copiesTitle,
        defaultPath: dirname(path),
        properties: ['openDirectory', 'createDirectory'],
      }),
    )
    const folder = chosen?.filePaths[0]
    if (!folder || chosen.canceled) return success(null)
    stop = new AbortController()
    const stem = basename(path, '.pdf')
    const batch = { job: job.value, recipients: recipients.value, folder, stem }
    const { made, of, diagnostics } = await makeCopies(pool, batch, onCopy, stop.signal)
    stop = undefined
    for (const one of made) onWritten(one.path)
    const [first] = made
    if (!first) return failure(...diagnostics)
    const faults = diagnostics.filter(({ severity }) => severity === 'error')
    return success({ path: first.path, folder, made: made.length, of, faults }, diagnostics)
  }

  return { exportPdf, exportCopies, stopCopies: () => stop?.abort() }
}

function jobOf({ lock, ...draft }: ExportOrder, desk: Desk): Outcome<RenderJob> {
  const job = desk.exportJob(draft)
  return job.ok && lock ? success({ ...job.value, protection: makeProtection(lock) }) : job
}
