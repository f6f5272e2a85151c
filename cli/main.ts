import { type Diagnostic, failure, type Outcome, success } from '../engine/base/index.js'
import { fileFault, openFilesFault, systemCodeOf } from '../host/files/index.js'
import { askSecret } from './ask-secret.js'
import { failedReport, printReport } from './report.js'

/** What a shell gets when the fault is the program's own: `EX_SOFTWARE` of `sysexits.h`. */
const ownFault = 70

const args = process.argv.slice(2)
const isJson = args.includes('--json')
const output = {
  writeOut: (written: string | Uint8Array) => process.stdout.write(written),
  writeError: (text: string) => process.stderr.write(text),
  hasColour: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
}

// Who reads a document may have seen enough of it.
process.stdout.on('error', (error) => {
  if (systemCodeOf(error) !== 'EPIPE') throw error
})

try {
  const cwd = currentFolder()
  process.exitCode = cwd.ok ? await runIn(cwd.value) : refused(cwd.diagnostics)
} catch (error) {
  const openFiles = openFilesFault(error)
  if (openFiles) process.exitCode = refused([openFiles])
  else {
    process.exitCode = ownFault
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(
      `briefwright stumbled over a fault of its own; please report it with these lines\n${detail}\n`,
    )
  }
}

async function runIn(cwd: string): Promise<number> {
  const { runCommandLine } = await import('./command-line.js')
  return runCommandLine(args, {
    ...output,
    cwd,
    isTerminal: process.stderr.isTTY === true,
    isOutTerminal: process.stdout.isTTY === true,
    environment: process.env,
    askSecret: process.stdin.isTTY && process.stderr.isTTY ? askSecret : undefined,
  })
}

/** It can be removed, or its disk, while a shell stands in it. */
function currentFolder(): Outcome<string> {
  try {
    return success(process.cwd())
  } catch (error) {
    const fault = fileFault(error, '.', 'open')
    return failure(
      fault.code === 'workspace/missing'
        ? {
            ...fault,
            message: 'the current folder is no longer there',
            hints: ['change to one that is: `cd ~`'],
          }
        : fault,
    )
  }
}

/** Says it as any fault that is not the program's, before there is a command that could. */
function refused(diagnostics: Diagnostic[]): number {
  const found = diagnostics.map(({ at: _, ...one }) => one)
  printReport(failedReport(found), isJson, { ...output, cwd: '/' })
  return 1
}
