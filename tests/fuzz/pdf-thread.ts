/** Reads one PDF after the other as `host/pdf/pdf-worker.ts` reads one: with the same bounds, which end the thread. */
import { parentPort } from 'node:worker_threads'
import { success } from '../../engine/base/index.js'
import { boundArrays } from '../../host/pdf/bounded-arrays.js'
import { pdfBounds } from '../../host/pdf/pdf-bounds.js'
import { readPdfBytes, readPdfContents } from '../../host/pdf/pdf-file.js'
import { exitCodeOver, type PdfRequest } from '../../host/pdf/read-pdf.js'

const { restart } = boundArrays(pdfBounds, () => process.exit(exitCodeOver))

parentPort?.on('message', async ({ path, bytes, pages = false }: PdfRequest) => {
  restart()
  try {
    const file = bytes ? success(bytes) : readPdfBytes(path)
    const contents = file.ok ? await readPdfContents(file.value, path, { pages, beforePage: restart }) : file
    const answer = file.ok && contents.ok ? success({ ...contents.value, bytes: file.value }) : contents
    parentPort?.postMessage(answer)
  } catch (error) {
    parentPort?.postMessage(error)
  }
})
