import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, exportPdf, newBrief, pages, test, write } from './briefwright.js'

test('notices stand in room of their own, are heard once, and go when they no longer hold', async ({
  briefwright,
}) => {
  const { app, window, workspace } = briefwright
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(960, 600))
  await newBrief(window, 'Fact sheet', 'Noticed')
  await write(window, 'In short', 'The stake is {{deal.stakke}} today.')
  await expect(window.getByRole('region', { name: 'Problems in this brief' })).toBeVisible()
  await window.evaluate(noteWhatIsHeard)

  await exportPdf(window)
  const notExported = window.getByRole('alert', { name: 'The brief was not exported' })
  await expect(notExported).toContainText('stakke')
  await goTo(window, 'Templates')
  await expect(notExported).toBeVisible()
  await goTo(window, 'Noticed')

  const heard = await window.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
  expect(heard.filter((text) => text.includes('The brief was not exported'))).toHaveLength(1)
  expect(await covered(window)).toEqual([])

  const text = window.getByRole('textbox', { name: 'In short' })
  await text.fill('All is well.')
  await expect(pages(window).first()).toContainText('All is well.')
  await briefwright.answerSaveDialog(join(workspace, 'exports', 'one.pdf'))
  await exportPdf(window)
  await expect(window.getByRole('status', { name: 'Exported' })).toContainText('one.pdf')
  await expect(notExported).toBeHidden()
  await briefwright.answerSaveDialog(join(workspace, 'exports', 'two.pdf'))
  await exportPdf(window)
  await expect(window.getByRole('status', { name: 'Exported' })).toHaveCount(2)
  expect(await covered(window)).toEqual([])

  await text.focus()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('status', { name: 'Exported' })).toHaveCount(1)
  await expect(text).toBeFocused()
  await window.getByRole('button', { name: 'Dismiss' }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('status', { name: 'Exported' })).toHaveCount(0)
  await expect(text).toBeFocused()
})

test('a notice about a brief goes with it', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'First')
  await expect(pages(window).first()).toContainText('Kipushi')
  await briefwright.answerSaveDialog(join(workspace, 'exports', 'first.pdf'))
  await exportPdf(window)
  await expect(window.getByRole('status', { name: 'Exported' })).toBeVisible()
  await goTo(window, 'Briefs')
  await expect(window.getByRole('status', { name: 'Exported' })).toBeVisible()
  await newBrief(window, 'Fact sheet', 'Second')
  await expect(window.getByRole('heading', { name: 'Second' })).toBeVisible()
  await expect(window.getByRole('status', { name: 'Exported' })).toHaveCount(0)
})

async function goTo(window: Page, name: string): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

/** What comes into a place that is announced and was there before, as screen readers hear it. */
function noteWhatIsHeard(): void {
  const heard: string[] = []
  Object.assign(globalThis, { heard })
  const places = new Set(document.querySelectorAll('[role=status], [role=alert]'))
  new MutationObserver((changes) => {
    const told = [...places].filter((place) =>
      changes.some(({ target, addedNodes }) => place.contains(target) && addedNodes.length > 0),
    )
    heard.push(...told.map((place) => place.textContent ?? ''))
    for (const place of document.querySelectorAll('[role=status], [role=alert]')) places.add(place)
  }).observe(document.body, { childList: true, subtree: true })
}

/** Controls of the view that something else lies over. */
function covered(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('.views button, .views [role=tab]')]
    return controls.flatMap((control) => {
      const { left, top, width, height } = control.getBoundingClientRect()
      const at = document.elementFromPoint(left + width / 2, top + height / 2)
      const isCovered = at?.closest('.notices') !== null && at !== null
      return control.checkVisibility() && isCovered ? [control.textContent ?? ''] : []
    })
  })
}
