/** What `npm run fuzz` runs: prints every finding with the command that repeats it, and the figures at the end. */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { findAppRoot } from '../../host/index.js'
import { type Finding, type FuzzReport, fuzz } from './fuzz.js'
import { type KindName, kindNames } from './kinds/index.js'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true },
    workers: { type: 'string', default: String(Math.max(1, Math.min(4, cpus().length))) },
    limit: { type: 'string', default: '20' },
  },
})
const asked = values.kind ?? kindNames
const kinds = kindNames.filter((kind) => asked.includes(kind))
if (kinds.length < asked.length) throw new Error(`there are the kinds ${kindNames.join(', ')}`)
const cases = Number(values.cases)

const begun = performance.now()
const report = await fuzz({
  ...{ appRoot: findAppRoot(), cases, seed: Number(values.seed), kinds },
  workers: Math.min(cases, Number(values.workers)),
  timeLimit: Number(values.limit) * 1000,
  memoryLimit: { all: 1536, objects: 1024 },
  onFinding: tell,
  onProgress(done) {
    if (done % 5000 === 0) console.log(`${done} cases, ${seconds()} s`)
  },
})
show(report)
process.exitCode = report.findings.length > 0 ? 1 : 0

function seconds(): number {
  return Math.round((performance.now() - begun) / 1000)
}

function tell({ fault, kind, seed, detail }: Finding): void {
  console.log(`${fault}: ${repeat(kind, seed)}`)
  for (const line of detail.slice(0, 1500).split('\n').slice(0, 12)) console.log(`  ${line.slice(0, 200)}`)
}

function repeat(kind: KindName, seed: number): string {
  return `npm run fuzz -- --kind ${kind} --seed ${seed} --cases 1`
}

function show({ cases, ends, slowest, peak, findings }: FuzzReport): void {
  const perMinute = Math.round(cases / Math.max(1, seconds() / 60))
  console.log(`${cases} cases in ${seconds()} s, ${perMinute} a minute; at most ${peak} MB in a process`)
  for (const [kind, ways] of [...ends].sort()) {
    const sorted = [...ways].sort(([, one], [, other]) => other - one)
    const total = sorted.reduce((sum, [, number]) => sum + number, 0)
    console.log(`${kind}: ${total} cases`)
    for (const [end, number] of sorted.slice(0, 12)) console.log(`  ${number} ${end}`)
    const rest = sorted.slice(12)
    if (rest.length > 0)
      console.log(`  ${rest.reduce((sum, [, number]) => sum + number, 0)} in ${rest.length} other ways`)
  }
  console.log('slowest:')
  for (const { kind, seed, time } of slowest) console.log(`  ${Math.round(time)} ms: ${repeat(kind, seed)}`)
  const of = (fault: Finding['fault']) => findings.filter((one) => one.fault === fault).length
  console.log(
    `${of('thrown')} exceptions, ${of('hung')} too long, ${of('memory')} with too much memory, ${of('strays')} written outside, ${of('died')} that ended the process`,
  )
}
