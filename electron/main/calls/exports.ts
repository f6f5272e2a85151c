import { basename, dirname } from 'node:path'
import * as z from 'zod'
import { failure, type Outcome, success } from '../../../engine/base/index.js'
import { readRecipients } from '../../../engine/brief/index.js'
import { permissions } from '../../../engine/vocabulary/index.js'
import { exportFile, makeCopies, makeProtection, type RenderJob } from '../../../host/index.js'
import type { CopiesOrder, ExportCalls, ExportOrder } from '../../contract/index.js'
import type { WorkspaceSession } from '../workspace-session.js'
import { brief, briefFile, nothing, path, prose } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

const password = z.string().max(1000)

const exportOrder = z.strictObject({
  file: briefFile,
  brief,
  lock: z
    .strictObject({
      openPassword: password.optional(),
      ownerPassword: password.optional(),
      allowed: z.array(z.enum(permissions)).max(permissions.length),
    })
    .optional(),
})

export const exportInputs: Inputs<ExportCalls> = {
  exportPdf: z.tuple([exportOrder as z.ZodType<ExportOrder>]),
  exportCopies: z.tuple([exportOrder.extend({ recipients: prose }) as z.ZodType<CopiesOrder>]),
  stopCopies: nothing,
  listExports: nothing,
  openExport: z.tuple([path]),
  showExport: z.tuple([path]),
}

export function exportHandlers({
  pool,
  workspace,
  exported,
  ask,
  say,
  tell,
  system,
}: Main): Handlers<ExportCalls> {
  const { session } = workspace
  let stop: AbortController | undefined
  return {
    async exportPdf(order) {
      const job = jobOf(order, session())
      if (!job.ok) return job
      const rendered = await pool.render(job.value)
      if (!rendered.ok) return rendered
      const chosen = await ask.whereToSave({
        title: say().exportTitle,
        defaultPath: session().exportPath(order),
        filters: [{ name: say().pdfDocument, extensions: ['pdf'] }],
      })
      if (!chosen) return success(null)
      const path = /\.pdf$/i.test(chosen) ? chosen : `${chosen}.pdf`
      const written = await exportFile(path, rendered.value.bytes)
      if (!written.ok) return written
      exported.note(path)
      return success({ path, pageCount: rendered.value.pageCount }, rendered.warnings)
    },
    async exportCopies(order) {
      const recipients = readRecipients({ path: 'recipients', text: order.recipients })
      if (!recipients.ok) return recipients
      const job = jobOf(order, session())
      if (!job.ok) return job
      const path = session().exportPath(order)
      const folder = await ask.forFolder({ title: say().copiesTitle, defaultPath: dirname(path) })
      if (!folder) return success(null)
      stop = new AbortController()
      const stem = basename(path, '.pdf')
      const batch = { job: job.value, recipients: recipients.value, folder, stem }
      const { made, of, diagnostics } = await makeCopies(
        pool,
        batch,
        (copy) => tell('copyStarted', copy),
        stop.signal,
      )
      stop = undefined
      for (const one of made) exported.note(one.path)
      const [first] = made
      if (!first) return failure(...diagnostics)
      const faults = diagnostics.filter(({ severity }) => severity === 'error')
      return success({ path: first.path, folder, made: made.length, of, faults }, diagnostics)
    },
    stopCopies: () => stop?.abort(),
    listExports: () => session().listExports(),
    async openExport(path) {
      const whole = exported.find(path)
      if (!whole.ok) return whole
      const complaint = await system.openPath(whole.value)
      return complaint === '' ? success(true) : cannotOpen(path, complaint)
    },
    showExport(path) {
      const whole = exported.find(path)
      if (!whole.ok) return whole
      system.showItemInFolder(whole.value)
      return success(true)
    },
  }
}

function jobOf({ lock, ...draft }: ExportOrder, session: WorkspaceSession): Outcome<RenderJob> {
  const job = session.exportJob(draft)
  return job.ok && lock ? success({ ...job.value, protection: makeProtection(lock) }) : job
}

function cannotOpen(path: string, complaint: string): Outcome<true> {
  return failure({
    severity: 'error',
    code: 'export/cannot-open',
    message: `cannot open \`${path}\`: ${complaint}`,
    hints: ['open it from the folder'],
  })
}
