import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { manyRecords } from '../small/large-casebook.js'
import { choose, expect, makeWorkspace, newBrief, test } from './briefwright.js'

/** Ten times as many take a minute more: `BRIEFWRIGHT_LARGE=1`, as does `bench/search-keys.mjs`. */
const sizes = process.env['BRIEFWRIGHT_LARGE'] ? [3000, 30_000] : [3000]

for (const records of sizes) {
  test.describe(`with ${records} more records`, () => {
    test.use({ prepared: { fill: (workspace: string) => fill(workspace, records) } })

    test('the casebook finds, counts and reaches all of them, and holds in the page what is in sight', async ({
      briefwright,
    }) => {
      test.setTimeout(300_000)
      const { window, workspace } = briefwright
      if (records > 10_000)
        await expect(window.getByRole('status')).toHaveText('Reading the workspace…', { timeout: 5000 })
      const all = countRecords(workspace)
      await window
        .getByRole('navigation')
        .getByRole('button', { name: 'Casebook' })
        .click({ timeout: 200_000 })
      const list = window.getByRole('listbox', { name: 'Casebook' })
      await expect(window.getByText(`${all} records`, { exact: true })).toBeVisible()
      await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(all))
      await expectFewRows(window)

      // A report is found, and with it the eight records that rest on it.
      const report = records - 20
      await window.getByRole('searchbox').pressSequentially(`${report} rep`)
      await expect(window.getByText('9 records', { exact: true })).toBeVisible({ timeout: 60_000 })
      await expect(list.getByRole('option')).toHaveCount(9)
      await expect(list.getByRole('option').first()).toContainText(`Report ${report} on`)
      await choose(window, 'Collection', 'Deals')
      await expect(window.getByText('2 records', { exact: true })).toBeVisible()
      await choose(window, 'Collection', 'Everything')
      await window.getByRole('searchbox').fill('')

      await list.getByRole('option').first().click()
      await window.keyboard.press('End')
      const last = list.getByRole('option').and(window.locator(`[aria-posinset="${all}"]`))
      await expect(last).toBeFocused()
      await expectFewRows(window)
      // Who scrolls away from where the keys are finds it again.
      await list.hover()
      const second = list.getByRole('option').and(window.locator('[aria-posinset="2"]'))
      // A wheel that turns while the list still goes to its end turns from there.
      await expect(async () => {
        await window.mouse.wheel(0, -10_000_000)
        await expect(second).toBeVisible({ timeout: 1000 })
      }).toPass()
      await expect(last).toBeFocused()
      await window.keyboard.press('ArrowUp')
      await expect(list.locator(`[aria-posinset="${all - 1}"]`)).toBeFocused()
    })

    test('a deal is picked out of all deals by keys', async ({ briefwright }) => {
      test.setTimeout(300_000)
      const { window } = briefwright
      await window
        .getByRole('navigation')
        .getByRole('button', { name: 'Briefs', exact: true })
        .click({ timeout: 200_000 })
      await newBrief(window, 'Fact sheet', 'One of many')
      const field = window.getByRole('combobox', { name: 'Deal' })
      await field.click()
      const option = window.getByRole('option')
      await expect(option.first()).toBeVisible()
      expect(Number(await option.first().getAttribute('aria-setsize'))).toBeGreaterThan(records / 5)
      await expectFewRows(window)
      await field.pressSequentially(`${records - 6} deal`)
      await expect(option).toHaveCount(1, { timeout: 60_000 })
      const name = await option.locator('span').first().textContent()
      await field.press('ArrowDown')
      await expect(option).toHaveAttribute('id', (await field.getAttribute('aria-activedescendant')) ?? '')
      await field.press('Enter')
      await expect(field).toHaveValue(name ?? '')
      await expect(option).toHaveCount(0)
      await field.blur()
      await field.click()
      await expect(option.first()).toBeVisible()
      await expectFewRows(window)
    })
  })
}

function fill(workspace: string, records: number): void {
  makeWorkspace(workspace)
  for (const [name, text] of Object.entries(manyRecords(records)))
    appendFileSync(join(workspace, 'casebook', `${name}.yaml`), text)
}

/** As its files have them. */
function countRecords(workspace: string): number {
  const folder = join(workspace, 'casebook')
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  return texts.flatMap((text) => text.match(/^- id:/gm) ?? []).length
}

/** Those in sight and one screen around them, and the one that has the focus. */
async function expectFewRows(window: Page): Promise<void> {
  expect(await window.getByRole('option').count()).toBeLessThan(70)
  expect(await window.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2500)
}
