import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'

/** How a process is started, and where it writes. */
export interface Start {
  /** What `node` is given. */
  arguments: string[]
  /** Where the moment of writing can be seen. */
  watched: string
  cwd?: string
  /** Number of the user that it runs as. */
  user?: number
  /** Files that it may have open at once. */
  handles?: number
}

export interface Run {
  /** It ended by itself, with this code, before it was to be killed. */
  code: number | null
  output: string
  milliseconds: number
}

/** When a process is killed: so many milliseconds after its start, or after it was first seen to write. */
export type Moment = { after: 'start' | 'writing'; milliseconds: number }

/** Runs a process and kills it, with all that it started, at `moment`; without one it runs to its end. */
export async function run(start: Start, moment?: Moment): Promise<Run> {
  const { watched, cwd, user } = start
  const begun = performance.now()
  const [program, ...given] = wordsOf(start)
  const child = spawn(program, given, { cwd, uid: user, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const isOver = { now: false }
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    output += data
  })
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      isOver.now = true
      done(code)
    })
  })
  const killing = moment && killAt(moment, watched, () => killWithAll(child.pid), isOver, ended)
  const code = await ended
  await killing
  return { code, output, milliseconds: performance.now() - begun }
}

function wordsOf({ arguments: given, handles }: Start): [string, ...string[]] {
  if (handles === undefined) return [process.execPath, ...given]
  return ['sh', '-c', `ulimit -n ${handles}; exec "$0" "$@"`, process.execPath, ...given]
}

async function killAt(
  { after, milliseconds }: Moment,
  watched: string,
  kill: () => void,
  isOver: { now: boolean },
  ended: Promise<unknown>,
): Promise<void> {
  if (after === 'writing') await Promise.race([firstWrite(watched, ended), ended])
  await Promise.race([rest(milliseconds), ended])
  if (!isOver.now) kill()
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
