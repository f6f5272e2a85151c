import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findAppRoot } from '../../host/index.js'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'
import { folderWithSmallWorkspace } from './folder-with-workspace.js'
import { type Ran, runJson, runProgram } from './run-command.js'

const commands = [
  ['check', '--workspace', 'ours'],
  ['new', 'workspace', 'made'],
  ['open', 'brief.pdf', '--workspace', 'made'],
  ['verify', 'brief.pdf'],
]

const commandLine = join(findAppRoot(), commandLineBundle)

/** Runs a script with so many files open at most, its standard streams and Node's own among them. */
function runWithin(limit: number, cwd: string, script: string, ...args: string[]): Promise<Ran> {
  const shell = `ulimit -c 0; ulimit -n ${limit}; exec "$0" "$@"`
  return runProgram(cwd, 'sh', ['-c', shell, process.execPath, script, ...args])
}

/** Below what Node takes for itself, to start and to read a script, nothing can be said. */
async function limitOfNode(folder: string): Promise<number> {
  writeFileSync(join(folder, 'empty.mjs'), '')
  for (let limit = 10; ; limit += 1)
    if ((await runWithin(limit, folder, 'empty.mjs')).code === 0) return limit
}

it.skipIf(process.platform === 'win32')(
  'does the whole of its work, or names the limit, where hardly a file may be opened',
  async () => {
    const folder = folderWithSmallWorkspace()
    const made = join(folder, 'made')
    await runJson(folder, 'render', 'fact-sheet', '--workspace', 'ours', '--out', 'brief.pdf')
    const lowest = await limitOfNode(folder)
    for (const command of commands) {
      rmSync(made, { recursive: true, force: true })
      const whole = await runJson(folder, ...command)
      for (let limit = lowest, done = 0; done < 1; limit += 1) {
        rmSync(made, { recursive: true, force: true })
        const { code, out, errors } = await runWithin(limit, folder, commandLine, ...command, '--json')
        const found = errors === '' ? JSON.parse(out) : errors
        const at = `${command[0]} with ${limit}`
        if (found.diagnostics?.some((one: { code: string }) => one.code === 'workspace/too-many-open')) {
          expect([at, code, found.ok, existsSync(made)]).toEqual([at, 1, false, false])
        } else {
          expect([at, code, found]).toEqual([at, whole.code, whole.printed])
          done += 1
        }
      }
    }
  },
)
