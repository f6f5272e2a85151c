import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { everythingIn } from '../redaction/marked-casebook.js'
import { folderWithWorkspace } from './folder-with-workspace.js'
import { run, runJson } from './run-command.js'

it('makes a redacted document that verifies, and says at which line one cannot be made', async () => {
  const folder = folderWithWorkspace()
  const deals = join(folder, 'ours/casebook/deals.yaml')
  const text = readFileSync(deals, 'utf8')
  writeFileSync(deals, text.replace('- id: manono-zijin\n', '$&  internal: true # until the visit\n'))
  const render = ['render', 'risk-register', '--workspace', 'ours', '--redacted', '--out', 'out.pdf']
  expect(await run(folder, ...render)).toMatchObject({
    code: 0,
    errors: expect.stringContaining('redaction/about'),
  })
  expect(await everythingIn(readFileSync(join(folder, 'out.pdf')))).not.toMatch(
    /manono-zijin|until the visit/,
  )
  expect(await run(folder, 'verify', 'out.pdf')).toMatchObject({ code: 0, errors: '' })

  const brief = 'ours/briefs/ask.brief.yaml'
  writeFileSync(
    join(folder, brief),
    'template: fact-sheet\nredacted: true\nparameters:\n  deal: manono-zijin\nnarrative: {}\n',
  )
  const { code, printed } = await runJson(folder, 'render', brief, '--workspace', 'ours')
  expect([code, printed.diagnostics[0]]).toMatchObject([
    1,
    { code: 'redaction/chosen', at: { file: 'briefs/ask.brief.yaml', line: 4 } },
  ])
})
