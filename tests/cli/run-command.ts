import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Diagnostic } from '../../engine/base/index.js'
import { findAppRoot } from '../../host/app-root.js'
import { buildCommandLine, commandLineBundle } from '../../scripts/build-command-line.mjs'

export interface Ran {
  code: number | null
  out: string
  errors: string
}

/** What `--json` prints, whichever the command. */
export interface Printed {
  ok: boolean
  diagnostics: (Diagnostic & { path?: string })[]
  [fact: string]: unknown
}

/** For `beforeAll`: the command line as it is run, bundled. Quick when nothing has changed. */
export async function bundle(): Promise<void> {
  if (!(await buildCommandLine())) throw new Error('the command line cannot be bundled')
}

/** Runs the command line as a process of its own, in `cwd`. */
export function run(cwd: string, ...args: string[]): Promise<Ran> {
  return runProgram(cwd, process.execPath, [join(findAppRoot(), commandLineBundle), ...args])
}

/** Runs a command with `--json` and reads what it printed, which must be one JSON document. */
export async function runJson(cwd: string, ...args: string[]): Promise<Ran & { printed: Printed }> {
  const ran = await run(cwd, ...args, '--json')
  return { ...ran, printed: JSON.parse(ran.out) }
}

export function runProgram(cwd: string, program: string, args: string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const ran: Ran = { code: null, out: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      ran.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      ran.errors += text
    })
    child.once('error', reject).once('close', (code) => resolve({ ...ran, code }))
  })
}
