import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { runCommandLine, type Tools } from '../../cli/command-line.js'
import type { Diagnostic } from '../../engine/base/index.js'
import { findAppRoot } from '../../host/files/app-root.js'
import { createPdfReader, createRenderPool } from '../../host/index.js'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'

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

/** Runs the command line, in `cwd`, on threads that live on: the second document takes a tenth of the time. */
export async function run(cwd: string, ...args: string[]): Promise<Ran> {
  const ran: Ran = { code: null, out: '', errors: '' }
  ran.code = await runCommandLine(args, {
    cwd,
    writeOut: (written) => {
      ran.out += typeof written === 'string' ? written : Buffer.from(written).toString('latin1')
    },
    writeError: (text) => {
      ran.errors += text
    },
    hasColour: false,
    tools: freshTools(),
  })
  return ran
}

/** Runs the built command line as a process of its own, in `cwd`. */
export function runBuilt(cwd: string, ...args: string[]): Promise<Ran> {
  return runProgram(cwd, process.execPath, [join(findAppRoot(), commandLineBundle), ...args])
}

/** Runs a command with `--json` and reads what it printed, which must be one JSON document. */
export async function runJson(cwd: string, ...args: string[]): Promise<Ran & { printed: Printed }> {
  const ran = await run(cwd, ...args, '--json')
  return { ...ran, printed: JSON.parse(ran.out) }
}

const built = join(findAppRoot(), 'dist/cli')
/** Guards against a hang, not against a busy machine. */
const timeLimit = 600_000
let tools: Tools | undefined
let commands = 0

/** The threads that all commands share, told that the workspace may have changed since the last of them. */
function freshTools(): Tools {
  tools ??= {
    pool: createRenderPool({ workerFile: join(built, 'render-worker.js'), timeLimit }),
    readPdf: createPdfReader({ workerFile: join(built, 'pdf-worker.js'), timeLimit }),
  }
  const { pool, readPdf } = tools
  const revision = ++commands
  return {
    pool: { ...pool, render: (job, options) => pool.render({ ...job, revision }, options) },
    readPdf,
  }
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
