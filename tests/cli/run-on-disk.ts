import { join } from 'node:path'
import { findAppRoot } from '../../host/index.js'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'
import { type Ran, runProgram } from './run-command.js'

/**
 * Runs a shell script that may mount disks of its own, and ends with 77 where it cannot: `$0` is `folder`, `"$1" "$2"`
 * the built command line, and `more` follows. `undefined` where the system does not let a test do so.
 */
export async function runOnDisk(folder: string, script: string, ...more: string[]): Promise<Ran | undefined> {
  const commandLine = [process.execPath, join(findAppRoot(), commandLineBundle)]
  const options = ['--mount', '--map-root-user', 'sh', '-c', script, folder, ...commandLine, ...more]
  const ran = await runProgram(folder, 'unshare', options).catch(() => undefined)
  return !ran || ran.code === 77 || ran.errors.includes('unshare failed') ? undefined : ran
}
