import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KindName } from './kinds/index.js'
import { escaped } from './mutate/pieces.js'
import type { Message, Work } from './runner.js'
import { foldersAround } from './sandbox.js'

export interface FuzzOptions {
  appRoot: string
  cases: number
  /** The seed of the first case; each further one has the next. */
  seed: number
  kinds: KindName[]
  /** How many processes run cases. */
  workers: number
  /** Milliseconds of a processor that a case may take, as many as a window waits for a document; by the clock, five times as many. */
  timeLimit: number
  /** MB that a process may hold in all, and that its objects may take. */
  memoryLimit: { all: number; objects: number }
  onFinding?(finding: Finding): void
  onProgress?(cases: number): void
}

/** A case that did not end as it should. */
export interface Finding {
  fault: 'thrown' | 'hung' | 'memory' | 'strays' | 'died'
  kind: KindName
  seed: number
  detail: string
}

export interface FuzzReport {
  cases: number
  /** Of every kind, how often its cases ended in which way. */
  ends: Map<KindName, Map<string, number>>
  /** The five that took longest, in milliseconds of a processor. */
  slowest: { kind: KindName; seed: number; time: number }[]
  /** The most memory that a process held, in MB. */
  peak: number
  findings: Finding[]
}

/** Runs cases in processes of their own, which are ended and begun anew where a case does not end. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const report: FuzzReport = { cases: 0, ends: new Map(), slowest: [], peak: 0, findings: [] }
  const root = mkdtempSync(join(tmpdir(), 'briefwright-fuzz-'))
  const before = namesOutside(options.appRoot)
  try {
    const workers = Array.from({ length: options.workers }, (_, index) =>
      runAll(index, options, root, report),
    )
    await Promise.all(workers)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  const news = [...namesOutside(options.appRoot)].filter((path) => !before.has(path))
  for (const path of news)
    note(report, options, {
      fault: 'strays',
      kind: 'pack',
      seed: options.seed,
      detail: `${path}, by some case`,
    })
  return report
}

async function runAll(index: number, options: FuzzOptions, root: string, report: FuzzReport): Promise<void> {
  const { appRoot, kinds, workers: step, cases } = options
  const end = options.seed + cases
  for (let [first, turn] = [options.seed + index, 0]; first < end; turn += 1) {
    const folder = join(root, `${index}-${turn}`)
    mkdirSync(folder)
    first = await runFrom({ appRoot, folder, kinds, first, step, end }, options, report)
  }
}

/** Runs cases until all are done or one ends their process. Gives the seed to go on with. */
async function runFrom(work: Work, options: FuzzOptions, report: FuzzReport): Promise<number> {
  const child = start(work, options)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = (said + String(chunk)).slice(-4000)
  })
  /** The case that has begun and not ended. */
  let now: Pick<Finding, 'kind' | 'seed'> | undefined
  let next = work.first
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const find = (fault: Finding['fault'], detail: string, at = now) => {
    if (at) note(report, options, { fault, kind: at.kind, seed: at.seed, detail })
  }
  const stop = () => {
    isStopped = true
    child.kill('SIGKILL')
  }
  const giveUp = () => {
    find('hung', `was not done after ${(5 * options.timeLimit) / 1000} s`)
    stop()
  }
  child.on('message', (message: Message) => {
    clearTimeout(timer)
    if (isStopped) return
    if (message.type === 'begun') {
      now = message
      next = message.seed + work.step
      report.cases += 1
      timer = setTimeout(giveUp, 5 * options.timeLimit)
      return
    }
    now = undefined
    options.onProgress?.(report.cases)
    if (message.type === 'thrown') {
      find('thrown', message.error, message)
      return
    }
    count(report, message)
    const { time, strays, peak } = message
    if (time > options.timeLimit) find('hung', `took ${Math.round(time)} ms`, message)
    if (strays.length > 0) find('strays', strays.join(', '), message)
    if (peak > options.memoryLimit.all) {
      find('memory', `the process held ${peak} MB`, message)
      stop()
    }
  })
  // What it has told last may come after its end.
  const [[code, signal]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')])
  clearTimeout(timer)
  if (isStopped) return next
  if (code === 0) return work.end
  if (next === work.first) throw new Error(`cases cannot be run: ${said}`)
  find(/heap out of memory/.test(said) ? 'memory' : 'died', `${signal ?? code}: ${said}`)
  return next
}

function start(work: Work, { memoryLimit }: FuzzOptions): ChildProcess {
  const around = foldersAround(work.folder)
  for (const folder of Object.values(around)) mkdirSync(folder, { recursive: true })
  const { home, current, passing } = around
  return fork(join(work.appRoot, 'dist/fuzz/runner.js'), [JSON.stringify(work)], {
    cwd: current,
    execArgv: [`--max-old-space-size=${memoryLimit.objects}`],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, HOME: home, USERPROFILE: home, TMPDIR: passing, TEMP: passing, TMP: passing },
  })
}

function note(report: FuzzReport, { onFinding }: FuzzOptions, finding: Finding): void {
  report.findings.push(finding)
  onFinding?.(finding)
}

function count(
  report: FuzzReport,
  { kind, seed, time, end, peak }: Extract<Message, { type: 'ended' }>,
): void {
  const ends = report.ends.get(kind) ?? new Map<string, number>()
  ends.set(end, (ends.get(end) ?? 0) + 1)
  report.ends.set(kind, ends)
  report.peak = Math.max(report.peak, peak)
  report.slowest.push({ kind, seed, time })
  report.slowest.sort((one, other) => other.time - one.time)
  report.slowest.length = Math.min(report.slowest.length, 5)
}

/** Files at places that the names of cases lead to, outside of every sandbox, by the beginning that they all have. */
function namesOutside(appRoot: string): Set<string> {
  const places = ['/', '/tmp', tmpdir(), homedir(), process.cwd(), appRoot]
  return new Set(
    places.flatMap((place) => {
      try {
        return readdirSync(place)
          .filter((name) => name.includes(escaped))
          .map((name) => join(place, name))
      } catch {
        return []
      }
    }),
  )
}
