import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Main } from '../../electron/main/calls/topic.js'
import { workspaceHandlers } from '../../electron/main/calls/workspace.js'
import { openCurrentWorkspace } from '../../electron/main/current-workspace.js'
import { findAppRoot, type RenderPool } from '../../host/index.js'
import { freshFolder } from '../host/fresh-folder.js'

it('sends a casebook to the window once, and again when it is another one', async () => {
  const folder = join(freshFolder(), 'workspace')
  const workspace = await openCurrentWorkspace(
    folder,
    { appRoot: findAppRoot(), pool: {} as RenderPool, documentsFolder: join(freshFolder(), 'data') },
    {
      filesChanged: () => {},
      documentChanged: () => {},
      takenUp: () => {},
      isAutosaving: () => false,
      wasOpen: () => false,
    },
  )
  onTestFinished(async () => {
    await workspace.documents().end()
  })
  const { readWorkspace } = workspaceHandlers({ workspace } as Main)

  const first = await readWorkspace()
  expect(first.casebook?.collections.deals.length).toBeGreaterThan(0)
  const brief = join(folder, 'briefs', 'issue-brief.brief.yaml')
  writeFileSync(brief, `${readFileSync(brief, 'utf8')}title: Changed\n`)
  const again = await readWorkspace(first.casebookNumber)
  expect(again).not.toHaveProperty('casebook')
  expect(again).toMatchObject({ casebookNumber: first.casebookNumber, briefs: [{ title: 'Changed' }] })
  // Who knows none is given it.
  expect((await readWorkspace()).casebook).toEqual(first.casebook)

  const deals = join(folder, 'casebook', 'deals.yaml')
  const text = readFileSync(deals, 'utf8')
  writeFileSync(deals, text.replace('  kind: { en: equity,', '  kind: { en: shares,'))
  const changed = await readWorkspace(first.casebookNumber)
  expect(changed.casebookNumber).not.toBe(first.casebookNumber)
  expect(JSON.stringify(changed.casebook)).toContain('"en":"shares"')

  writeFileSync(deals, 'no deals')
  expect(await readWorkspace(changed.casebookNumber)).toMatchObject({
    casebook: undefined,
    casebookNumber: 0,
  })
})
