import { spawn } from 'node:child_process'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import {
  electronExecutable,
  ended,
  expect,
  makeWorkspace,
  newBrief,
  repository,
  test,
} from './briefwright.js'

test.use({ prepared: { fill: makeWorkspace } })

test('a workspace that has gone is not made anew, and is there again when it is back', async ({
  briefwright,
}) => {
  const { app, workspace } = briefwright
  await ended(app, () => app.evaluate(({ app }) => app.quit()))
  renameSync(workspace, `${workspace}-away`)
  await briefwright.restart(async () => undefined)
  const { window } = briefwright
  const alert = window.getByRole('alert', { name: /no longer there/ })
  await expect(alert).toContainText(workspace)
  await alert.getByRole('button', { name: 'Look again' }).click()
  await expect(alert).toBeVisible()
  expect(existsSync(workspace)).toBe(false)
  renameSync(`${workspace}-away`, workspace)
  // Nobody has to press anything.
  await expect(alert).toBeHidden()
  await newBrief(window, 'Fact sheet', 'Back again')
  expect(existsSync(join(workspace, 'briefs', 'back-again.brief.yaml'))).toBe(true)
})

test('a workspace that goes while it is open is said to have gone, and another one is chosen', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  await expect(window.getByRole('region', { name: 'All briefs' })).toContainText('issue-brief')
  renameSync(workspace, `${workspace}-away`)
  const alert = window.getByRole('alert', { name: /no longer there/ })
  await expect(alert).toContainText(workspace)
  const other = `${workspace}-other`
  await briefwright.answerOpenDialog(other)
  await alert.getByRole('button', { name: 'Choose another…' }).click()
  await expect(alert).toBeHidden()
  expect(existsSync(join(other, 'briefs', 'issue-brief.brief.yaml'))).toBe(true)
  expect(existsSync(workspace)).toBe(false)
})

test('a second start opens the workspace that it names in the window that is there', async ({
  briefwright,
}) => {
  const { app, window, workspace } = briefwright
  const other = `${workspace}-other`
  const second = spawn(
    electronExecutable(),
    [
      '--no-sandbox',
      `--user-data-dir=${join(workspace, '..', 'memory')}`,
      `--workspace=${other}`,
      repository,
    ],
    { stdio: 'ignore' },
  )
  expect(await new Promise((done) => second.once('exit', done))).toBe(0)
  await expect
    .poll(() => window.evaluate(async () => (await self.briefwright.readWorkspace()).folder))
    .toBe(other)
  await newBrief(window, 'Fact sheet', 'In the other one')
  expect(readFileSync(join(other, 'briefs', 'in-the-other-one.brief.yaml'), 'utf8')).toContain(
    'title: In the other one',
  )
  expect(app.windows()).toHaveLength(1)
})
