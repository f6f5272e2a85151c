/**
 * A process that runs one command of the command line when it is told to, with everything loaded that it takes.
 *
 * Arguments: the built workers for PDFs and for documents, and `needs-worker` where the command asks the second one.
 */
import { stepsTaken } from './dying-files.js'
import { toldToStart } from './told-to-start.js'

const { runCommandLine } = await import('../../../cli/command-line.js')
const { createPdfReader, createRenderPool } = await import('../../../host/index.js')
const [pdfWorker = '', renderWorker = '', needsWorker] = process.argv.slice(2)
const newPool = () => createRenderPool({ workerFile: renderWorker, timeLimit: 600_000 })
const pool = needsWorker ? newPool() : undefined
await pool?.readOrder({ template: 'fact-sheet' })
const tools = {
  get pool() {
    return pool ?? newPool()
  },
  readPdf: createPdfReader({ workerFile: pdfWorker, timeLimit: 600_000 }),
}
const { given, cwd } = await toldToStart<{ given: string[]; cwd: string }>()
const write = (text: string) => process.stdout.write(text)
process.exitCode = await runCommandLine(given, {
  cwd,
  writeOut: write,
  writeError: write,
  hasColour: false,
  tools,
})
write(`steps ${stepsTaken()}\n`)
await pool?.close()
