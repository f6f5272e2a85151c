import { openFilesFault } from '../host/files/index.js'
import { askSecret } from './ask-secret.js'
import { failedReport, printReport } from './report.js'

/** What a shell gets when the fault is the program's own: `EX_SOFTWARE` of `sysexits.h`. */
const ownFault = 70

const args = process.argv.slice(2)
const output = {
  writeOut: (text: string) => process.stdout.write(text),
  writeError: (text: string) => process.stderr.write(text),
  hasColour: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
}

try {
  const { runCommandLine } = await import('./command-line.js')
  process.exitCode = await runCommandLine(args, {
    ...output,
    cwd: process.cwd(),
    isTerminal: process.stderr.isTTY === true,
    environment: process.env,
    askSecret: process.stdin.isTTY && process.stderr.isTTY ? askSecret : undefined,
  })
} catch (error) {
  const openFiles = openFilesFault(error)
  if (openFiles) {
    process.exitCode = 1
    printReport(failedReport([openFiles]), args.includes('--json'), { ...output, cwd: process.cwd() })
  } else {
    process.exitCode = ownFault
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(
      `briefwright stumbled over a fault of its own; please report it with these lines\n${detail}\n`,
    )
  }
}
