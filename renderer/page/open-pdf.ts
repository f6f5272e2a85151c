import {
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
// The legacy build: the modern one needs a newer Chromium than the oldest we run on.
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

let worker: PDFWorker | undefined

export interface OpenedPdf {
  document: PDFDocumentProxy
  close(): void
}

/** Opens bytes that our own renderer made. One worker serves them all; starting one costs half a second. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  worker ??= PDFWorker.create({
    port: new Worker(workerAddress, { type: 'module' }) as never,
    verbosity: VerbosityLevel.ERRORS,
  })
  const task: PDFDocumentLoadingTask = getDocument({
    // pdf.js takes the buffer for itself, and the store still needs it.
    data: bytes.slice(),
    worker,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  const document = await task.promise
  return { document, close: () => void task.destroy() }
}
