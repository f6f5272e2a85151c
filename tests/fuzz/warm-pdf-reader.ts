import { Worker } from 'node:worker_threads'
import { failure } from '../../engine/base/index.js'
import type { PdfReader } from '../../host/index.js'
import { pdfFaults } from '../../host/pdf/pdf-faults.js'
import { exitCodeOver } from '../../host/pdf/read-pdf.js'

/**
 * Reads PDFs as the program's own reader does, on a thread that stays for the next one: to start one takes longer than
 * most cases. `script` is the bundle of `pdf-thread.ts`. Has no limit of time: whoever runs cases has one.
 */
export function warmPdfReader(script: string): PdfReader & { end(): Promise<unknown> } {
  let thread: Worker | undefined
  const start = () => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 512 }, stderr: true })
    worker.once('exit', () => {
      if (thread === worker) thread = undefined
    })
    return worker
  }
  const read: PdfReader = (request) =>
    new Promise((resolve, reject) => {
      thread ??= start()
      const worker = thread
      const settle = (act: () => void) => {
        worker.removeAllListeners('message').removeAllListeners('error').removeListener('exit', onExit)
        act()
      }
      const onExit = (code: number) => {
        const fault = code === exitCodeOver ? pdfFaults.unpacksToMore : pdfFaults.damaged
        settle(() => resolve(failure(fault(request.path))))
      }
      worker.on('message', (answer) =>
        settle(() => (answer instanceof Error ? reject(answer) : resolve(answer))),
      )
      // What pdf.js drops in promises that nobody waits for ends the thread, and is a fault of the file.
      worker.on('error', () => {
        thread = undefined
        onExit(1)
      })
      worker.on('exit', onExit)
      worker.postMessage(request)
    })
  return Object.assign(read, { end: async () => thread?.terminate() })
}
