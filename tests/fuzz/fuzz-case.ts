import { decodeUtf8 } from '../../engine/base/index.js'
import { createNodeHost, type PdfReader } from '../../host/index.js'
import { randomFrom } from '../small/random.js'
import { type Base, readCorpus } from './corpus.js'
import { type KindName, kinds } from './kinds/index.js'
import type { End } from './kinds/kind.js'
import { below } from './mutate/chance.js'
import { openSandbox, strays } from './sandbox.js'

/** What came of a case. */
export interface CaseResult {
  end: End
  /** Files outside of its own folders that were made, changed or taken away. */
  strays: string[]
  /** How long the program kept a processor with it, in milliseconds. */
  time: number
}

/** Runs one case. Throws what the program throws. */
export type Fuzzer = (kind: KindName, seed: number) => Promise<CaseResult>

/** Makes what runs cases in `folder`, one after the other: the same seed is the same case, whatever went before. */
export function openFuzzer(folder: string, appRoot: string, readPdf: PdfReader): Fuzzer {
  const sandbox = openSandbox(folder, appRoot)
  const host = createNodeHost({ appRoot: sandbox.program, dir: sandbox.caseFolder, today: '2041-07-02' })
  const bases = readCorpus(appRoot)
  const others = bases.flatMap(({ files }) => files.map(({ bytes }) => decodeUtf8(bytes)))
  return async (kind, seed) => {
    sandbox.clear()
    const { prepare, mayWrite } = kinds[kind]
    const random = randomFrom(seed)
    // What is small says most in its time; what holds more of everything is not forgotten.
    const base = bases[below(random, 8) === 0 ? 1 : 0] as Base
    const start = await prepare({ seed, random, base, others, sandbox, host, readPdf })
    const before = sandbox.look()
    const begun = process.cpuUsage()
    const end = await start()
    const { user, system } = process.cpuUsage(begun)
    const time = (user + system) / 1000
    return { end, time, strays: strays(before, sandbox.look(), mayWrite) }
  }
}
