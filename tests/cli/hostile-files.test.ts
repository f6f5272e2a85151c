import { execFileSync } from 'node:child_process'
import { appendFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../cli/command-line.js'
import { createPdfReader, createRenderPool, findAppRoot } from '../../host/index.js'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'
import { folderWithWorkspace } from './folder-with-workspace.js'
import { type Ran, runProgram } from './run-command.js'

/** Runs the built command line, and ends it with 124 where it hangs. */
function runGuarded(cwd: string, ...args: string[]): Promise<Ran> {
  return runProgram(cwd, 'timeout', [
    '-s',
    'KILL',
    '60',
    process.execPath,
    join(findAppRoot(), commandLineBundle),
    ...args,
  ])
}

/** Files of a workspace that something may lie in place of, and the file that the message names. */
const places = [
  'casebook/events.yaml',
  'templates/ours.hbs',
  'templates/partials/ours.hbs',
  'templates/themes/ours.yaml',
  'briefs/ours.brief.yaml',
]

describe.skipIf(process.platform === 'win32')('what is no regular file in a workspace', () => {
  it('is named, and not waited for', async () => {
    const folder = folderWithWorkspace()
    const ours = join(folder, 'ours')
    for (const place of places) {
      rmSync(join(ours, place), { force: true })
      execFileSync('mkfifo', [join(ours, place)])
    }
    symlinkSync('/dev/zero', join(ours, 'templates/layouts/ours.hbs'))
    const { code, out } = await runGuarded(folder, 'check', '--workspace', 'ours', '--json')
    expect(code).toBe(1)
    const found = JSON.parse(out).diagnostics as { code: string; at: { file: string } }[]
    expect(
      found
        .filter((one) => one.code === 'workspace/not-a-file')
        .map(({ at }) => at.file)
        .sort(),
    ).toEqual([...places, 'templates/layouts/ours.hbs'].sort())
  })

  it('is no picture', async () => {
    const folder = folderWithWorkspace()
    const ours = join(folder, 'ours')
    appendFileSync(join(ours, 'templates/fact-sheet.hbs'), '\n![A pipe](assets/pipe.png)\n')
    execFileSync('mkfifo', [join(ours, 'assets/pipe.png')])
    const { code, errors } = await runGuarded(
      folder,
      ...['render', 'fact-sheet', '--set', 'deal=orion-glencore', '--workspace', 'ours'],
    )
    expect(code).toBe(1)
    expect(errors).toContain('it is a device and not a file')
  })
})

describe('a workspace that takes more than there is', () => {
  it.each([[['check']], [['render', 'fact-sheet', '--set', 'deal=orion-glencore']], [['templates']]])(
    'is given up on the worker, which the command outlives: %j',
    async (args) => {
      const folder = folderWithWorkspace()
      const fields = Array.from({ length: 100_000 }, (_, index) => `  - { name: n${index}, type: text }`)
      writeFileSync(
        join(folder, 'ours/templates/ours.hbs'),
        `---\ntitle: { en: Ours }\nparameters:\n${fields.join('\n')}\n---\nText\n`,
      )
      writeFileSync(join(folder, 'ours/casebook/events.yaml'), `${'- { id: a }\n'.repeat(200_000)}`)
      const workerFile = join(findAppRoot(), 'dist/cli/render-worker.js')
      const pool = createRenderPool({ workerFile, memoryLimit: 48 })
      let out = ''
      try {
        const code = await runCommandLine([...args, '--workspace', 'ours', '--json'], {
          cwd: folder,
          writeOut: (text) => {
            out += text
          },
          writeError: () => undefined,
          hasColour: false,
          tools: { pool, readPdf: createPdfReader() },
        })
        expect(code).toBe(1)
      } finally {
        await pool.close()
      }
      expect(JSON.parse(out).diagnostics).toMatchObject([
        {
          code: 'render/too-much-memory',
          message: expect.stringMatching(/^the (workspace|document) needed more than 48 MB of memory$/),
        },
      ])
    },
  )
})
