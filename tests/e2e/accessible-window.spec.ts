import type {} from '../../renderer/base/bridge.js'
import { expect, newBrief, pages, test, write } from './briefwright.js'
import { violations } from './violations.js'

for (const theme of ['light', 'dark'] as const) {
  test(`no view has a fault that axe finds, in the ${theme} theme`, async ({ briefwright }) => {
    const { window } = briefwright
    await window.evaluate((theme) => self.briefwright.changeSettings({ theme }), theme)
    for (const view of ['Briefs', 'Templates', 'Casebook', 'Problems', 'Exports']) {
      await window
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${view}`) })
        .click()
      await expect(window.getByRole('heading', { name: view, exact: true })).toBeVisible()
      if (view === 'Casebook') await window.getByRole('option').first().click()
      expect.soft(await violations(window), view).toEqual([])
    }
    await window.getByRole('navigation').getByRole('button', { name: 'Briefs', exact: true }).click()
    await window.getByRole('button', { name: 'New brief' }).click()
    expect.soft(await violations(window), 'new brief').toEqual([])
    await window.getByRole('button', { name: 'Cancel' }).click()

    await newBrief(window, 'Fact sheet', 'Seen by all')
    await expect(pages(window).first()).toContainText('Kipushi')
    expect.soft(await violations(window), 'settings').toEqual([])
    await write(window, 'In short', 'A wrong {{deal.stakke}}.')
    await expect(window.getByRole('region', { name: 'Problems in this brief' })).toBeVisible()
    expect.soft(await violations(window), 'text').toEqual([])
  })
}

test('a brief is made, written and exported by keyboard alone', async ({ briefwright }) => {
  const { window } = briefwright
  await briefwright.answerSaveDialog(`${briefwright.workspace}/exports/keys.pdf`)
  const focused = () =>
    window.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    )
  const tabTo = async (name: RegExp) => {
    for (let turn = 0; turn < 60; turn += 1) {
      if (name.test((await focused()) ?? '')) return
      await window.keyboard.press('Tab')
    }
    throw new Error(`Tab does not reach ${name}`)
  }
  await window.getByRole('heading', { name: 'Briefs', exact: true }).waitFor()
  await tabTo(/^New brief$/)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Name of the brief' })).toBeFocused()
  await window.keyboard.press('Shift+Tab')
  await window.keyboard.type('Fact')
  await expect(window.getByRole('option', { name: 'Fact sheet' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('option', { name: 'Fact sheet', selected: true })).toBeVisible()
  await window.keyboard.press('Tab')
  await window.keyboard.type('By keys')
  await window.keyboard.press('Enter')
  await window.getByRole('tab', { name: 'Text' }).waitFor()
  await tabTo(/^Deals and settings$/)
  await window.keyboard.press('ArrowRight')
  await tabTo(/^In short$/)
  await window.keyboard.type('Typed without a mouse.')
  await expect(pages(window).first()).toContainText('Typed without a mouse.')
  await window.keyboard.press('Shift+Tab')
  await tabTo(/^Export PDF$/)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Export…' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('status', { name: 'Exported' })).toContainText('keys.pdf')
})
