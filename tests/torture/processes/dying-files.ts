/**
 * Lets a process die by its own hand at a step of its way, so that every step is met, and not only those that take long.
 * A step is a call that changes something on the disk. Imported before anything that makes such calls.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

let steps = 0
let last = Number.POSITIVE_INFINITY

/** Steps from here on, of which the process does not live to see the end of number `last`. */
export function countSteps(lastOne = Number.POSITIVE_INFINITY): void {
  steps = 0
  last = lastOne
}

export function stepsTaken(): number {
  return steps
}

type Call = (...given: never[]) => unknown

const calls = fs as unknown as Record<string, Call>
const changing = [
  ...['openSync', 'mkdirSync', 'renameSync', 'linkSync', 'rmSync', 'rmdirSync', 'utimesSync', 'fchmodSync'],
  ...['writeFileSync', 'fsyncSync', 'fsync', 'closeSync'],
]

for (const name of changing) {
  const call = calls[name] as Call
  calls[name] = (...given) => {
    steps += 1
    if (steps < last) return call(...given)
    if (name === 'writeFileSync') writeHalf(...(given as unknown as [number | string, string | Uint8Array]))
    // Before it, or after it.
    else if (last % 2 === 0) call(...given)
    process.kill(process.pid, 'SIGKILL')
    return undefined
  }
}
syncBuiltinESMExports()

function writeHalf(file: number | string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content as Uint8Array)
  const half = bytes.subarray(0, bytes.length / 2)
  if (typeof file === 'number') fs.writeSync(file, half)
  else fs.appendFileSync(file, half)
}
