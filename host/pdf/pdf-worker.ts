/**
 * The thread that one PDF is read on, and that ends with it.
 *
 * A PDF comes from anywhere. What it unpacks to is bounded here, and what pdf.js keeps of it is gone with the thread.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { type Outcome, success } from '../../engine/base/index.js'
import { boundArrays } from './bounded-arrays.js'
import { pdfBounds } from './pdf-bounds.js'
import { readPdfBytes, readPdfContents } from './pdf-file.js'
import { exitCodeOver, type PdfRequest, type ReadPdf } from './read-pdf.js'

// What is thrown here is our own fault. What pdf.js drops elsewhere, in promises that nobody waits for, is the file's.
parentPort?.postMessage(await read(workerData).catch((error: unknown) => error))

async function read({ path, bytes, pages = false }: PdfRequest): Promise<Outcome<ReadPdf>> {
  const file = bytes ? success(bytes) : readPdfBytes(path)
  if (!file.ok) return file
  const { restart } = boundArrays(pdfBounds, () => process.exit(exitCodeOver))
  const contents = await readPdfContents(file.value, path, { pages, beforePage: restart })
  return contents.ok ? success({ ...contents.value, bytes: file.value }) : contents
}
