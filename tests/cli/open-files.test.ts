import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findAppRoot } from '../../host/index.js'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'
import { handlesOfNode, run as runLimited } from '../torture/killed-run.js'
import { folderWithSmallWorkspace } from './folder-with-workspace.js'
import { runJson } from './run-command.js'

const commands = [
  ['new', 'workspace', 'made'],
  ['open', 'brief.pdf', '--workspace', 'made'],
  ['verify', 'brief.pdf'],
  ['templates', '--workspace', 'ours'],
]

const commandLine = join(findAppRoot(), commandLineBundle)

it.skipIf(process.platform === 'win32')(
  'does the whole of its work, or names the limit, where hardly a file may be opened',
  async () => {
    const folder = folderWithSmallWorkspace()
    const made = join(folder, 'made')
    await runJson(folder, 'render', 'fact-sheet', '--workspace', 'ours', '--out', 'brief.pdf')
    const lowest = await handlesOfNode(folder)
    for (const command of commands) {
      rmSync(made, { recursive: true, force: true })
      const whole = await runJson(folder, ...command)
      expect(whole.code).toBe(0)
      for (let handles = lowest, done = 0; done < 1; handles += 1) {
        rmSync(made, { recursive: true, force: true })
        const start = { arguments: [commandLine, ...command, '--json'], cwd: folder, handles }
        const { code, output } = await runLimited(start)
        const found = output.startsWith('{') ? JSON.parse(output) : output
        const at = `${command[0]} with ${handles}`
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
