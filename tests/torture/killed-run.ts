import { type ChildProcess, spawn } from 'node:child_process'
import { watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import type { Told } from './processes/told-to-start.js'

/** How a process is started. */
export interface Start {
  /** What `node` is given. */
  arguments: string[]
  cwd?: string
  /** Number of the user that it runs as. */
  user?: number
  /** Files that it may have open at once. */
  handles?: number
}

export interface Run {
  /** None where it was killed. */
  code: number | null
  output: string
  /** From its start, or from when it was told to start. */
  milliseconds: number
}

/**
 * When a process is killed: so many milliseconds after it was told to start, or after it was then first seen to write; or
 * at a step of its way.
 */
export type Moment = { after: 'start' | 'writing'; milliseconds: number } | { after: 'step'; step: number }

/** Runs a process to its end. */
export async function run(start: Start): Promise<Run> {
  const begun = performance.now()
  const { child, ended, output } = begin(start)
  child.stdin?.end()
  return { code: await ended, output: output(), milliseconds: performance.now() - begun }
}

/** How many files a process must be able to have open for Node to start and to read a script. Makes one in `folder`. */
export async function handlesOfNode(folder: string): Promise<number> {
  const script = join(folder, 'empty.mjs')
  writeFileSync(script, '')
  for (let handles = 10; ; handles += 1)
    if ((await run({ arguments: [script], handles })).code === 0) return handles
}

/**
 * Runs a process that loads what it takes and waits to be told, tells it to do `job`, and kills it with all that it started
 * at `moment`; without one it runs to its end. `watched` is where it is seen to write.
 */
export async function runTold(
  start: Start,
  { job, watched }: { job: unknown; watched: string },
  moment?: Moment,
): Promise<Run> {
  const running = begin(start)
  await Promise.race([running.isReady, running.ended])
  const told: Told<unknown> = { job, step: moment?.after === 'step' ? moment.step : undefined }
  const writing = firstWrite(watched, running.ended)
  const begun = performance.now()
  running.child.stdin?.write(`${JSON.stringify(told)}\n`)
  if (moment && moment.after !== 'step') {
    if (moment.after === 'writing') await Promise.race([writing, running.ended])
    await Promise.race([rest(moment.milliseconds), running.ended])
    killWithAll(running.child.pid)
  }
  return { code: await running.ended, output: running.output(), milliseconds: performance.now() - begun }
}

interface Running {
  child: ChildProcess
  output(): string
  isReady: Promise<void>
  /** With its code. */
  ended: Promise<number | null>
}

function begin({ arguments: given, handles, cwd, user }: Start): Running {
  const words = handles === undefined ? [process.execPath, ...given] : limited(handles, given)
  const [program = '', ...rest] = words
  const child = spawn(program, rest, { cwd, uid: user, detached: true, stdio: 'pipe' })
  let output = ''
  let onReady = () => {}
  const isReady = new Promise<void>((done) => {
    onReady = done
  })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.startsWith('ready\n')) onReady()
    })
  // One that dies takes no more words.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  return { child, output: () => output, isReady, ended }
}

function limited(handles: number, given: string[]): string[] {
  return ['sh', '-c', `ulimit -c 0; ulimit -n ${handles}; exec "$0" "$@"`, process.execPath, ...given]
}

function firstWrite(watched: string, ended: Promise<unknown>): Promise<void> {
  return new Promise((done) => {
    const watcher = watch(watched, () => {
      watcher.close()
      done()
    })
    void ended.then(() => watcher.close())
  })
}

/** Its whole group: threads die with it, and what it started does not outlive it. */
function killWithAll(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended in this very moment.
  }
}
