import { askSecret } from './ask-secret.js'
import { runCommandLine } from './command-line.js'

/** What a shell gets when the fault is the program's own: `EX_SOFTWARE` of `sysexits.h`. */
const ownFault = 70

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    cwd: process.cwd(),
    writeOut: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    environment: process.env,
    askSecret: process.stdin.isTTY && process.stderr.isTTY ? askSecret : undefined,
    hasColour: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
  })
} catch (error) {
  process.exitCode = ownFault
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `briefwright stumbled over a fault of its own; please report it with these lines\n${detail}\n`,
  )
}
