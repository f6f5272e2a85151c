import { parentPort, workerData } from 'node:worker_threads'
import { boundArrays } from '../../../host/pdf/bounded-arrays.js'

/**
 * Runs the source text that it is given under bounds of 1000 bytes for one array and 3000 together, and says
 * whether it got to its end. What is made above the bounds ends the thread with 99.
 */
const { restart } = boundArrays({ one: 1000, together: 3000 }, () => process.exit(99))
Object.assign(globalThis, { restart })
parentPort?.postMessage(new Function(workerData as string)())
