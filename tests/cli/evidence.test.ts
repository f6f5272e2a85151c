import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkEvidence } from '../../engine/evidence/index.js'
import { readWorkspace } from '../../host/index.js'
import { filePlace } from '../base/file-place.js'
import { folderWithSmallWorkspace, folderWithWorkspace } from './folder-with-workspace.js'
import { run, runJson } from './run-command.js'

let folder: string

beforeEach(() => {
  folder = folderWithWorkspace()
})

/** With limits that some of the risks are past. */
function takeStaleAs(severity: string): void {
  const file = join(folder, 'ours', 'casebook', 'casebook.yaml')
  const text = readFileSync(file, 'utf8')
    .replace(/^ {2}risks: \d+$/m, '  risks: 30')
    .replace(/^evidence: .*\n/m, '')
  writeFileSync(file, `${text}\nevidence: { stale-claim: ${severity} }\n`)
}

const stale = ({ code }: { code: string }) => code === 'evidence/stale-claim'

describe('evidence on the command line', () => {
  it('is checked with the same list as the window shows, said once', async () => {
    folder = folderWithSmallWorkspace()
    takeStaleAs('warning')
    const { printed } = await runJson(folder, 'check', '--workspace', 'ours')
    const workspace = readWorkspace({ dir: join(folder, 'ours') })
    if (!workspace.ok) throw new Error('the workspace cannot be read')
    const expected = checkEvidence(workspace.value.casebook)
    expect(expected.length).toBeGreaterThan(0)
    for (const one of expected) {
      expect(
        printed.diagnostics.filter(
          ({ message, at }) => message === one.message && filePlace(at).line === filePlace(one.at).line,
        ),
      ).toHaveLength(1)
    }
  })

  it('stops an export where the workspace takes it for an error, and leaves no file', async () => {
    takeStaleAs('error')
    const out = join(folder, 'register.pdf')
    const { code, printed } = await runJson(
      folder,
      'render',
      'risk-register',
      '--workspace',
      'ours',
      '--out',
      out,
    )
    expect(code).toBe(1)
    expect(printed.diagnostics.filter(stale).map((one) => one.severity)).toContain('error')
    expect(existsSync(out)).toBe(false)
  })

  it('is shown and stops nothing as a warning, and is passed over where it is off', async () => {
    const out = join(folder, 'register.pdf')
    const render = () => runJson(folder, 'render', 'risk-register', '--workspace', 'ours', '--out', out)
    takeStaleAs('warning')
    const warned = await render()
    expect([warned.code, warned.printed.diagnostics.filter(stale).length > 0]).toEqual([0, true])
    expect(existsSync(out)).toBe(true)
    takeStaleAs('off')
    const silent = await render()
    expect([silent.code, silent.printed.diagnostics.filter(stale)]).toEqual([0, []])
  })

  it('names the nearest rule and severity', async () => {
    appendFileSync(
      join(folder, 'ours', 'casebook', 'casebook.yaml'),
      '\nevidence: { stale: error, unit-mix: warn }\n',
    )
    const { code, errors } = await run(folder, 'check', '--workspace', 'ours')
    expect(code).toBe(1)
    expect(errors).toMatch(
      /casebook\.yaml:\d+:13: error: no rule of evidence `stale` \[casebook\/unknown-evidence-rule\]/,
    )
    expect(errors).toMatch(
      /found `warn`, expected a severity \[casebook\/unknown-severity\]\n {4}did you mean `warning`\?/,
    )
  })
})
