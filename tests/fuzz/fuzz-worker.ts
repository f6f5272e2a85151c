/** The thread that runs cases one after the other, and says before each which it is. */
import { parentPort, workerData } from 'node:worker_threads'
import { fuzzerIn, type Kind } from './fuzz-case.js'

interface Work {
  appRoot: string
  kinds: Kind[]
  first: number
  count: number
}

const { appRoot, kinds, first, count }: Work = workerData
const run = fuzzerIn(appRoot)
for (let seed = first; seed < first + count; seed += 1) {
  const kind = kinds[seed % kinds.length] as Kind
  parentPort?.postMessage({ begun: seed, kind })
  try {
    run(kind, seed)
  } catch (error) {
    parentPort?.postMessage({ thrown: error instanceof Error ? error.stack : String(error), seed, kind })
  }
}
parentPort?.postMessage({ done: true })
