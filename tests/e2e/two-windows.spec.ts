import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  type Briefwright,
  electronExecutable,
  expect,
  makeWorkspace,
  repository,
  startBeside,
  test,
  write,
} from './briefwright.js'

const text = `template: issue-brief
language: en
narrative:
  summary: The first words.
  background: How it came about.
  outlook: What comes next.
`

test.use({
  prepared: {
    fill(workspace: string) {
      makeWorkspace(workspace)
      writeFileSync(join(workspace, 'briefs', 'ours.brief.yaml'), text)
    },
  },
})

const fileOf = ({ workspace }: Briefwright) =>
  readFileSync(join(workspace, 'briefs', 'ours.brief.yaml'), 'utf8')

async function openOurs(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'ours', exact: true }).first().click()
  await expect(window.getByRole('textbox', { name: 'Bottom line' })).toBeVisible()
}

test('two windows write and save two sections of one brief at once, and neither loses a word', async ({
  briefwright,
}) => {
  const { window: mine } = briefwright
  const other = await startBeside(briefwright, 'other-memory')
  const { window: theirs } = other
  try {
    await Promise.all([openOurs(mine), openOurs(theirs)])
    await Promise.all([
      write(mine, 'Bottom line', ' Mine, first. Mine, second.'),
      write(theirs, 'What to watch', ' Theirs, first. Theirs, second.'),
    ])
    // Both save by themselves, when they rest.
    const both = text
      .replace('first words.', 'first words. Mine, first. Mine, second.')
      .replace('comes next.', 'comes next. Theirs, first. Theirs, second.')
    await expect.poll(() => fileOf(briefwright)).toBe(both)
    for (const window of [mine, theirs]) {
      await expect(window.getByRole('textbox', { name: 'Bottom line' })).toHaveText(/Mine, second\.$/)
      await expect(window.getByRole('textbox', { name: 'What to watch' })).toHaveText(/Theirs, second\.$/)
    }
  } finally {
    await other.end()
  }
})

test('a second start with the same memory leaves the text alone that is being written in the first', async ({
  briefwright,
}) => {
  const { app, window, workspace } = briefwright
  await openOurs(window)
  await write(window, 'Bottom line', ' Before it.')
  const memory = join(workspace, '..', 'memory')
  const given = ['--no-sandbox', `--user-data-dir=${memory}`, `--workspace=${workspace}`, repository]
  const second = spawn(electronExecutable(), given, { stdio: 'ignore' })
  const ended = new Promise((done) => second.once('exit', done))
  await write(window, 'What to watch', ' During it.')
  expect(await ended).toBe(0)
  await write(window, 'Background', ' After it.')
  await expect
    .poll(() => fileOf(briefwright))
    .toBe(
      text
        .replace('first words.', 'first words. Before it.')
        .replace('comes next.', 'comes next. During it.')
        .replace('came about.', 'came about. After it.'),
    )
  expect(app.windows()).toHaveLength(1)
})
