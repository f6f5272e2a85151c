/** The process that runs cases one after the other, and says of each that it begins and how it ended. */
import { join } from 'node:path'
import { openFuzzer } from './fuzz-case.js'
import { type KindName, kindOf } from './kinds/index.js'
import { warmPdfReader } from './warm-pdf-reader.js'

/** What it is asked for, as JSON in its only argument. */
export interface Work {
  appRoot: string
  /** Where it may make its sandbox; a folder that is there and empty. */
  folder: string
  kinds: KindName[]
  /** The first seed, how far it is from one to the next, and the first that is not run any more. */
  first: number
  step: number
  end: number
}

/** What it tells. */
export type Message =
  | { type: 'begun'; seed: number; kind: KindName }
  | {
      type: 'ended'
      seed: number
      kind: KindName
      end: string
      /** Milliseconds of a processor. */
      time: number
      strays: string[]
      /** The most memory that the process has held, in MB. */
      peak: number
    }
  | { type: 'thrown'; seed: number; kind: KindName; error: string }

const work: Work = JSON.parse(process.argv[2] ?? '')
const tell = (message: Message) => process.send?.(message)
const readPdf = warmPdfReader(join(work.appRoot, 'dist/fuzz/pdf-thread.js'))
const run = openFuzzer(work.folder, work.appRoot, readPdf)

for (let seed = work.first; seed < work.end; seed += work.step) {
  const kind = kindOf(seed, work.kinds)
  tell({ type: 'begun', seed, kind })
  try {
    const result = await run(kind, seed)
    const peak = Math.round(process.resourceUsage().maxRSS / 1024)
    tell({ type: 'ended', seed, kind, ...result, peak })
  } catch (error) {
    tell({ type: 'thrown', seed, kind, error: error instanceof Error ? String(error.stack) : String(error) })
  }
}
await readPdf.end()
process.disconnect()
