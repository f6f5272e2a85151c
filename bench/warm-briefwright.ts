/** Compiles the same brief over and over and prints the milliseconds of each: `WARM-UP RUNS`. */
import { performance } from 'node:perf_hooks'
import { compileBrief } from '../engine/compile/index.js'
import { createNodeHost, readWorkspace } from '../host/index.js'
import { benchBrief } from './bench-brief.js'

const [warmUp, runs] = process.argv.slice(2).map(Number) as [number, number]
const workspace = readWorkspace()
if (!workspace.ok) throw new Error(JSON.stringify(workspace.diagnostics[0]))
const host = createNodeHost()
const times: number[] = []
for (let run = -warmUp; run < runs; run++) {
  const start = performance.now()
  const rendered = await compileBrief(workspace.value, benchBrief, host)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics[0]))
  if (run >= 0) times.push(performance.now() - start)
}
console.log(JSON.stringify(times))
