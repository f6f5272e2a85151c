import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Briefwright, chooseInMenu, expect, newBrief, pages, test, write } from './briefwright.js'
import { violations } from './violations.js'

const sentence = 'The window for a decision closes this week.'

test('a brief and the casebook are as they were left when another view was looked at', async ({
  briefwright,
}) => {
  const { app, window } = briefwright
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1000, 640))
  await newBrief(window, 'Issue brief', 'Left and found')
  await write(window, 'Bottom line', sentence)
  await expect(pages(window).first()).toContainText(sentence)
  await window.getByRole('button', { name: 'Zoom in' }).click()
  await window.getByRole('button', { name: 'Zoom in' }).click()
  const splitter = window.getByRole('separator')
  await splitter.press('ArrowRight')
  const text = window.getByRole('textbox', { name: 'Bottom line' })
  await text.click()
  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  const scrolled = { '.page-stack': 300, '.work-body.is-settings': 120 }
  for (const [place, top] of Object.entries(scrolled)) await scrollTo(window, place, top)
  const before = {
    zoom: await window.getByRole('status', { name: 'Zoom' }).textContent(),
    share: await splitter.getAttribute('aria-valuenow'),
  }

  await chooseInMenu(app, 'Casebook')
  const search = window.getByRole('searchbox', { name: 'Search the casebook' })
  await search.fill('orion')
  await window.getByRole('option').first().click()
  const record = await window.getByRole('article').getAttribute('aria-label')
  await expect(text).toBeHidden()
  await expect(window.getByRole('main')).toHaveCount(1)
  expect(await violations(window)).toEqual([])
  for (let turn = 0; turn < 25; turn += 1) {
    await window.keyboard.press('Tab')
    expect(await window.evaluate(() => document.activeElement?.checkVisibility())).toBe(true)
  }

  await search.focus()
  await window.evaluate(() => {
    const main = document.querySelector<HTMLElement>('.brief-editor')
    main?.setAttribute('data-known', 'true')
  })
  await openEditor(window, 'Left and found')
  await expect(window.locator('.brief-editor')).toHaveAttribute('data-known', 'true')
  await expect(window.getByRole('status', { name: 'Zoom' })).toHaveText(before.zoom ?? '')
  await expect(splitter).toHaveAttribute('aria-valuenow', before.share ?? '')
  for (const [place, top] of Object.entries(scrolled)) expect(await scrollOf(window, place)).toBe(top)
  await expect(window.getByRole('tab', { name: 'Deals and settings', selected: true })).toBeVisible()
  await window.getByRole('tab', { name: 'Text' }).click()
  await expect(text).toContainText(sentence)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(text).not.toContainText('this week.')

  await chooseInMenu(app, 'Casebook')
  await expect(search).toHaveValue('orion')
  await expect(window.getByRole('article', { name: record ?? '' })).toBeVisible()
})

test('a long list is where it was scrolled to', async ({ briefwright }) => {
  const { app, window } = briefwright
  await window.getByRole('button', { name: 'Casebook' }).click()
  await window.getByRole('option').first().waitFor()
  await scrollTo(window, '.record-list', 2000)
  await expect.poll(() => recordInTheMiddle(window)).toBeTruthy()
  const before = await recordInTheMiddle(window)
  await chooseInMenu(app, 'Templates')
  await expect(window.getByRole('heading', { name: 'Templates' })).toBeVisible()
  await chooseInMenu(app, 'Casebook')
  await expect.poll(() => recordInTheMiddle(window)).toBe(before)
  expect(await scrollOf(window, '.record-list')).toBe(2000)
})

function recordInTheMiddle(window: Page): Promise<string | undefined> {
  return window.locator('.record-list').evaluate((list) => {
    const { left, top, width, height } = list.getBoundingClientRect()
    const at = document.elementFromPoint(left + width / 2, top + height / 2)
    return at?.closest('[role=option]')?.textContent ?? undefined
  })
}

test('the menu gives the focus back where it was in a view', async ({ briefwright }) => {
  const { app, window } = briefwright
  await newBrief(window, 'Fact sheet', 'In focus')
  await write(window, 'In short', sentence)
  const text = window.getByRole('textbox', { name: 'In short' })
  await expect(text).toBeFocused()
  await chooseInMenu(app, 'Casebook')
  const search = window.getByRole('searchbox', { name: 'Search the casebook' })
  await search.focus()
  await chooseInMenu(app, 'Templates')
  await chooseInMenu(app, 'Casebook')
  await expect(search).toBeFocused()
  await openEditor(window, 'In focus')
  await expect(text).toBeVisible()
})

test('a page that nobody looks at is painted when somebody does', async ({ briefwright }) => {
  const { app, window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'Unseen')
  await write(window, 'In short', sentence)
  await expect(pages(window).first()).toContainText(sentence)
  const file = join(workspace, 'briefs', 'unseen.brief.yaml')
  await expect.poll(() => readFileSync(file, 'utf8')).toContain(sentence)
  await chooseInMenu(app, 'Problems')
  writeFileSync(file, readFileSync(file, 'utf8').replace(sentence, 'Written elsewhere.'))
  await expect(window.locator('.ProseMirror').filter({ hasText: 'Written elsewhere.' })).toBeAttached()
  expect(await window.locator('.paper').first().textContent()).toContain(sentence)
  await openEditor(window, 'Unseen')
  await expect(pages(window).first()).toContainText('Written elsewhere.')
})

test('the next start is as the last one was left', async ({ briefwright }) => {
  await newBrief(briefwright.window, 'Fact sheet', 'As it was')
  await expect(pages(briefwright.window).first()).toContainText('Kipushi')
  await briefwright.window.getByRole('separator').press('ArrowLeft')
  await briefwright.window.getByRole('button', { name: 'Zoom out' }).click()
  const zoom = await briefwright.window.getByRole('status', { name: 'Zoom' }).textContent()
  await chooseInMenu(briefwright.app, 'Zoom in')
  await chooseInMenu(briefwright.app, 'Zoom in')
  expect(await factorOf(briefwright)).toBe(1.25)

  await closeAndStart(briefwright)
  const { window, app } = briefwright
  await expect(window.getByRole('heading', { name: 'As it was' })).toBeVisible()
  await expect(window.getByRole('separator')).toHaveAttribute('aria-valuenow', '44')
  await expect(window.getByRole('status', { name: 'Zoom' })).toHaveText(zoom ?? '')
  await expect.poll(() => factorOf(briefwright)).toBe(1.25)
  await chooseInMenu(app, 'Actual size')
  expect(await factorOf(briefwright)).toBe(1)
  await chooseInMenu(app, 'Casebook')
  await expect(window.getByRole('heading', { name: 'Casebook' })).toBeVisible()

  await closeAndStart(briefwright)
  await expect(briefwright.window.getByRole('heading', { name: 'Casebook' })).toBeVisible()
  expect(await factorOf(briefwright)).toBe(1)
})

async function closeAndStart(briefwright: Briefwright): Promise<void> {
  const closed = briefwright.app.waitForEvent('close')
  await briefwright.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
  await briefwright.restart()
}

function factorOf({ app }: Briefwright): Promise<number | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
}

async function openEditor(window: Page, name: string): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

async function scrollTo(window: Page, place: string, top: number): Promise<void> {
  await window.locator(place).evaluate((element, top) => element.scrollTo({ top }), top)
  expect(await scrollOf(window, place)).toBe(top)
}

function scrollOf(window: Page, place: string): Promise<number> {
  return window.locator(place).evaluate((element) => Math.round(element.scrollTop))
}
