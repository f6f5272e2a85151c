import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './briefwright.js'

test('an empty casebook is begun in a folder of its own and opened, and in no folder that holds anything', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  const begin = async (folder: string) => {
    await briefwright.answerSaveDialog(folder)
    await window.getByRole('button', { name: 'Settings' }).click()
    await window.getByRole('menuitem', { name: 'Begin an empty casebook…' }).click()
  }
  const full = join(workspace, '..', 'full')
  mkdirSync(full)
  writeFileSync(join(full, 'letter.txt'), 'mine')
  await begin(full)
  await expect(window.getByText('This could not be done')).toBeVisible()

  const ours = join(workspace, '..', 'ours')
  await begin(ours)
  await expect(window.getByText('The Saltmere breakwater')).toBeVisible()
  await expect(window.getByText('This could not be done')).toBeHidden()
  expect(readFileSync(join(ours, 'casebook', 'deals.yaml'), 'utf8')).toContain('breakwater-loan')
  expect(readFileSync(join(full, 'letter.txt'), 'utf8')).toBe('mine')
})
