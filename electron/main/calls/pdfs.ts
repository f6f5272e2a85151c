import { join } from 'node:path'
import * as z from 'zod'
import { failure, success } from '../../../engine/base/index.js'
import type { PdfCalls } from '../../contract/index.js'
import { createPdfsOnHand } from '../pdfs-on-hand.js'
import { nothing, number, path } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

export const pdfInputs: Inputs<PdfCalls> = {
  choosePdf: nothing,
  takeExport: z.tuple([path]),
  takeDropped: z.tuple([path.or(z.literal(''))]),
  inspectPdf: z.tuple([number]),
  verifyPdf: z.tuple([number]),
  restorePdf: z.tuple([number]),
}

export function pdfHandlers(main: Main): Handlers<PdfCalls> {
  const { workspace, exported, closing, ask, say } = main
  const { session } = workspace
  const pdfs = createPdfsOnHand(main)
  return {
    async choosePdf() {
      const path = await ask.forFile({
        title: say().choosePdf,
        defaultPath: join(session().folder, 'exports'),
        filters: [{ name: say().pdfDocument, extensions: ['pdf'] }],
      })
      return path ? pdfs.take(path) : null
    },
    takeExport(path) {
      const whole = exported.find(path)
      return whole.ok ? success(pdfs.take(whole.value)) : whole
    },
    takeDropped: (path) => (path === '' ? noFile() : success(pdfs.take(path))),
    inspectPdf: pdfs.inspect,
    verifyPdf: pdfs.verify,
    async restorePdf(number) {
      // A name is asked for, and not a folder: the folder must not be there yet, or be empty.
      const folder = await ask.whereToSave({
        title: say().restoreTitle,
        buttonLabel: say().restore,
        defaultPath: pdfs.freeFolder(number, session().folder),
        properties: ['createDirectory'],
      })
      if (!folder || !(await closing.mayLeave())) return success(null)
      const restored = await pdfs.restore(number, folder)
      if (!restored.ok) return restored
      await workspace.takeUp(restored.value.dir)
      return success({ workspace: workspace.read(), file: restored.value.brief })
    },
  }
}

/** For what was dropped and has no path: a picture out of a browser, say. */
function noFile(): ReturnType<typeof failure> {
  return failure({
    severity: 'error',
    code: 'workspace/not-a-file',
    message: 'what was dropped is no file of this computer',
    hints: ['save it in a folder first, and drop the file'],
  })
}
