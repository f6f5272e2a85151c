/**
 * An officer's work in the window, over and over: a word is typed and taken away, undone and done again, the language
 * is changed and changed back, and the document is exported. A round ends with the text that it began with, so
 * whatever there is more of after a round is held by nobody who needs it.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Briefwright, choose, expect, exportPdf, newBrief, pages } from '../e2e/briefwright.js'

/** Changes of the document in one round: 44 keys, two steps undone and done again, and two choices. */
export const editsInRound = 50

export const exportsInRound = 2

const word = 'quicksilver'
const section = 'Bottom line'

/** Puts a brief of several pages in front, in which the rounds are played. */
export async function beginReplay({ window }: Briefwright): Promise<void> {
  await newBrief(window, 'Issue brief', 'Endurance')
  await window.getByRole('tab', { name: 'Text' }).click()
  await window.getByRole('textbox', { name: section }).click()
  await window.keyboard.type('So much for today: ')
  await expect(pages(window).first()).toContainText('So much for today')
}

export async function playRound(briefwright: Briefwright): Promise<void> {
  const { window } = briefwright
  const page = pages(window).first()
  const says = () => expect(page).toContainText(word)
  const saysNot = () => expect(page).not.toContainText(word)
  const editor = window.getByRole('textbox', { name: section })
  await editor.click()
  await editor.press('Control+End')

  await window.keyboard.type(word)
  await says()
  await takeAway()
  await window.keyboard.type(word)
  await says()
  for (let times = 0; times < 2; times += 1) {
    await editor.press('Control+z')
    await saysNot()
    await editor.press('Control+Shift+z')
    await says()
  }
  await takeAway()
  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  await choose(window, 'Language', 'French')
  await expect(page).toContainText('Contexte')
  await choose(window, 'Language', 'English')
  await expect(page).not.toContainText('Contexte')
  await window.getByRole('tab', { name: 'Text' }).click()
  for (let count = 0; count < exportsInRound; count += 1) await exportOnce(briefwright)
  await lookThrough(window)

  async function takeAway(): Promise<void> {
    await editor.press('Control+End')
    for (let key = 0; key < word.length; key += 1) await window.keyboard.press('Backspace')
    await saysNot()
  }
}

/** The file of the export before goes first, so that there is one only if it was made. */
async function exportOnce(briefwright: Briefwright): Promise<void> {
  const { window, workspace } = briefwright
  const path = join(workspace, 'exports', 'endurance.pdf')
  rmSync(path, { force: true })
  await briefwright.answerSaveDialog(path)
  await exportPdf(window)
  await expect.poll(() => existsSync(path)).toBe(true)
  await expect(window.getByRole('button', { name: 'Export PDF' })).toBeEnabled()
}

/** Each page is painted once it is in sight, and by chance before: after this all are, and nothing is under way. */
async function lookThrough(window: Page): Promise<void> {
  await expect(window.getByRole('status').filter({ hasText: 'Updating' })).toHaveCount(0)
  for (const page of await pages(window).all()) {
    await page.scrollIntoViewIfNeeded()
    await expect(page).toHaveAttribute('data-painted', 'true')
  }
  await pages(window).first().scrollIntoViewIfNeeded()
  let earlier = 0
  const isSettled = async () => {
    const before = earlier
    earlier = await window.locator('*').count()
    return earlier === before
  }
  await expect.poll(isSettled, { intervals: [500] }).toBe(true)
}
