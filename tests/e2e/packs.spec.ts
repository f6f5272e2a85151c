import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type {} from '../../renderer/base/bridge.js'
import { chooseInMenu, expect, makeWorkspace, test } from './briefwright.js'
import { violations } from './violations.js'

const houseNote = `---
id: house-note
title: { en: House note, fr: Note maison }
description: { en: A short note of the house, fr: Une note brève de la maison }
kind: brief
languages: [en, fr]
version: 1.0.0
---

{{> house-head}}
`

function addHouseNote(workspace: string): void {
  makeWorkspace(workspace)
  writeFileSync(join(workspace, 'templates/house-note.hbs'), houseNote)
  writeFileSync(join(workspace, 'templates/partials/house-head.hbs'), '# From the house\n')
}

async function showTemplates(window: Page): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: /^Templates/ })
    .click()
  await expect(window.getByRole('heading', { name: 'Templates', exact: true })).toBeVisible()
}

test.describe('with a template of its own', () => {
  test.use({ prepared: { fill: addHouseNote } })

  test('T16: a template goes to another workspace as a pack, and what it replaces is kept', async ({
    briefwright,
  }) => {
    const { window, app, workspace } = briefwright
    const pack = join(workspace, '..', 'house.briefpack')
    const other = join(workspace, '..', 'other')
    makeWorkspace(other)
    const head = join(other, 'templates/partials/house-head.hbs')
    writeFileSync(head, '# My own head\n')

    await showTemplates(window)
    // Every template of a new workspace is a copy of a built-in one, and replaces nothing.
    await expect(window.getByText('Replaces the built-in one')).toHaveCount(0)
    await window
      .getByRole('listitem', { name: 'House note' })
      .getByRole('button', { name: 'Export pack…' })
      .click()
    const exporting = window.getByRole('dialog', { name: 'Export pack' })
    await expect(exporting.getByRole('option', { name: 'House note', selected: true })).toBeVisible()
    await expect(exporting.getByRole('option', { selected: true })).toHaveCount(1)
    await exporting.getByRole('textbox', { name: 'Title of the pack' }).fill('House style')
    await exporting.getByRole('textbox', { name: 'Author' }).fill('The desk')
    expect.soft(await violations(window), 'export').toEqual([])
    await briefwright.answerSaveDialog(pack)
    await exporting.getByRole('button', { name: 'Export pack…' }).click()
    await expect(window.getByRole('status', { name: 'Pack exported' })).toContainText('house.briefpack')
    await window.getByRole('button', { name: 'Dismiss' }).click()

    await briefwright.answerOpenDialog(other)
    await chooseInMenu(app, 'Open workspace…')
    await showTemplates(window)
    await expect(window.getByRole('listitem', { name: 'House note' })).toHaveCount(0)
    await briefwright.answerOpenDialog(pack)
    await window.getByRole('button', { name: 'Import pack…' }).click()
    const importing = window.getByRole('dialog', { name: 'Import pack' })
    await expect(importing.getByRole('heading', { name: 'House style' })).toBeVisible()
    await expect(importing).toContainText('house.briefpack · Version 1.0.0 · The desk')
    await expect(importing.getByRole('row', { name: /^House note/ })).toContainText('New')
    await expect(importing.getByRole('row', { name: /^Partial/ })).toContainText('Replaces yours')
    await expect(importing).toContainText('1 file is in the workspace already.')
    for (const theme of ['light', 'dark'] as const) {
      await window.evaluate((theme) => self.briefwright.changeSettings({ theme }), theme)
      expect.soft(await violations(window), `import, ${theme}`).toEqual([])
      await window.screenshot({ path: `test-results/import-pack-${theme}.png` })
    }

    await window.keyboard.press('Escape')
    await expect(importing).toHaveCount(0)
    expect(readFileSync(head, 'utf8')).toBe('# My own head\n')

    await window.getByRole('button', { name: 'Import pack…' }).click()
    await importing.getByRole('button', { name: 'Import pack' }).press('Enter')
    await expect(window.getByRole('status', { name: 'Pack imported' })).toContainText('2 files written')
    await expect(window.getByRole('listitem', { name: 'House note' })).toContainText('Of this workspace')
    expect(readFileSync(head, 'utf8')).toBe('# From the house\n')
    const [kept = ''] = readdirSync(join(other, 'replaced'))
    expect(kept).toMatch(/-house-style$/)
    expect(readFileSync(join(other, 'replaced', kept, 'templates/partials/house-head.hbs'), 'utf8')).toBe(
      '# My own head\n',
    )
  })
})

test('T16: a pack that is not in order is refused, and says what is wrong with it', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  const pack = join(workspace, '..', 'torn.briefpack')
  writeFileSync(pack, 'PK\u0003\u0004 and no more')
  await showTemplates(window)
  const before = readdirSync(workspace, { recursive: true }).sort()
  await briefwright.answerOpenDialog(pack)
  await window.getByRole('button', { name: 'Import pack…' }).click()
  const importing = window.getByRole('dialog', { name: 'Import pack' })
  await expect(importing).toContainText('The pack cannot be imported, and nothing was written.')
  await expect(importing.getByRole('list', { name: 'Problems in the pack' })).toContainText(
    'stops before its end',
  )
  expect.soft(await violations(window)).toEqual([])
  await expect(importing.getByRole('button', { name: 'Import pack' })).toHaveCount(0)
  await window.keyboard.press('Enter')
  await expect(importing).toHaveCount(0)
  expect(readdirSync(workspace, { recursive: true }).sort()).toEqual(before)

  await briefwright.answerOpenDialog(join(workspace, 'gone.briefpack'))
  await window.getByRole('button', { name: 'Import pack…' }).click()
  await expect(importing.getByRole('list', { name: 'Problems in the pack' })).toContainText(
    'there is nothing there',
  )
})

test('T16: several templates are packed by keyboard alone', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  mkdirSync(join(workspace, 'exports'), { recursive: true })
  const pack = join(workspace, 'exports', 'two')
  await briefwright.answerSaveDialog(pack)
  await showTemplates(window)
  await window.getByRole('button', { name: 'Export pack…' }).first().press('Enter')
  const exporting = window.getByRole('dialog', { name: 'Export pack' })
  await expect(exporting.getByRole('button', { name: 'Export pack…' })).toBeDisabled()
  await expect(exporting.getByRole('option').first()).toBeFocused()
  await window.keyboard.press('Space')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Space')
  await expect(exporting.getByRole('option', { selected: true })).toHaveCount(2)
  await window.screenshot({ path: 'test-results/export-pack.png' })
  await exporting.getByRole('textbox', { name: 'Version' }).fill('one')
  await window.keyboard.press('Enter')
  await expect(exporting.getByRole('alert')).toContainText('the version of the pack is not three numbers')
  await exporting.getByRole('textbox', { name: 'Version' }).fill('2.0.0')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('status', { name: 'Pack exported' })).toContainText('two.briefpack')
  expect(readFileSync(`${pack}.briefpack`).subarray(0, 2).toString()).toBe('PK')
})
