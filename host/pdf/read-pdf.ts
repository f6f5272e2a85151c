import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Diagnostic, failure, type Outcome } from '../../engine/base/index.js'
import { openFilesFault } from '../files/index.js'
import { pdfFaults } from './pdf-faults.js'
import type { PdfContents } from './pdf-file.js'

/** What the thread is asked for. Plain data, for it crosses threads. */
export interface PdfRequest {
  /** An absolute path; for diagnostics alone where `bytes` are given. */
  path: string
  bytes?: Uint8Array
  /** Whether the text of every page is wanted; none if left out. */
  pages?: boolean
}

/** What a PDF holds, and the file itself. */
export interface ReadPdf extends PdfContents {
  bytes: Uint8Array
}

/** Fails with `dossier/…`, or with what the disk says. Never throws for what a file holds. */
export type PdfReader = (request: PdfRequest) => Promise<Outcome<ReadPdf>>

export interface PdfReaderOptions {
  /** The built `pdf-worker.js`; the one beside the running file if left out. */
  workerFile?: string | URL
  /** After how many milliseconds a PDF is given up; 30 seconds if left out. */
  timeLimit?: number
}

/** How the thread ends that would have unpacked more than it may; no code that Node uses. */
export const exitCodeOver = 99

/** How much memory the thread may use for objects, in MB. */
const memoryLimit = 512

/**
 * Reads PDFs, each on a thread of its own: what a stranger's file unpacks to is bounded in time and memory, and
 * whoever asks is not kept waiting.
 */
export function createPdfReader(options: PdfReaderOptions = {}): PdfReader {
  const { timeLimit = 30_000 } = options
  const workerFile = options.workerFile ?? new URL('./pdf-worker.js', import.meta.url)
  return (request) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile instanceof URL ? fileURLToPath(workerFile) : workerFile, {
        workerData: request,
        resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
        // pdf.js warns there that it cannot draw; what is printed is for who asked.
        stderr: true,
      })
      const timer = setTimeout(() => end(pdfFaults.tooLong(request.path, timeLimit)), timeLimit)
      const end = (fault: Diagnostic) => {
        resolve(failure(fault))
        void worker.terminate()
      }
      const refuse = (error: Error) => {
        const openFiles = openFilesFault(error)
        if (openFiles) end(openFiles)
        else reject(error)
      }
      worker.once('message', (answer) => (answer instanceof Error ? refuse(answer) : resolve(answer)))
      worker.once('error', (error: Error & { code?: unknown }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end(pdfFaults.unpacksToMore(request.path))
        // A worker that cannot be loaded is our own fault; what pdf.js drops on the way is the file's.
        else if (typeof error.code === 'string') refuse(error)
        else end(pdfFaults.damaged(request.path))
      })
      worker.once('exit', (code) => {
        clearTimeout(timer)
        // After an answer this says nothing new.
        end(code === exitCodeOver ? pdfFaults.unpacksToMore(request.path) : pdfFaults.damaged(request.path))
      })
    })
}
