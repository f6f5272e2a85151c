import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  briefwrightCommand,
  choose,
  chooseInMenu,
  expect,
  exportPdf,
  newBrief,
  pages,
  pick,
  readPdf,
  test,
  write,
} from './briefwright.js'

const sentence = 'The window for a decision closes this week.'

test('an officer writes a fact sheet, sees it form and exports it in French', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'Orion tonight')
  await pick(window, 'Deal', 'orion', /Orion CMC/)
  await write(window, 'In short', sentence)
  await expect(pages(window).first()).toContainText(sentence)
  await expect(pages(window).first()).toContainText('40%')

  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  await choose(window, 'Language', 'French')
  await expect(pages(window).first()).toContainText('Informations')

  await expect(window.getByText('Saved', { exact: true })).toBeVisible()
  const exported = join(workspace, 'exports', 'orion-fr.pdf')
  await briefwright.answerSaveDialog(exported)
  await exportPdf(window)
  const notice = window.getByRole('status', { name: 'Exported' })
  await expect(notice).toContainText(exported)
  await expect(notice.getByRole('button', { name: 'Show in folder' })).toBeVisible()

  const text = readPdf(exported)
  expect(text).toContain(sentence)
  expect(text).toMatch(/40\s*%/)
  expect(text).toMatch(/Glencore\s*\/\s*Orion/)

  const brief = join(workspace, 'briefs', 'orion-tonight.brief.yaml')
  const again = join(workspace, 'again.pdf')
  briefwrightCommand('render', brief, '--workspace', workspace, '--out', again)
  expect(readFileSync(again).equals(readFileSync(exported))).toBe(true)
})

test('an officer makes an issue brief on the Orion deal, in French', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Issue brief', 'Partnership')
  const deals = window.getByRole('list', { name: 'Chosen: Deals treated at length' })
  for (const name of await deals.getByRole('button', { name: /^Remove/ }).evaluateAll(namesOf)) {
    await window.getByRole('button', { name }).click()
  }
  await pick(window, 'Deals treated at length', 'glencore', /Orion CMC/)
  await expect(deals.getByRole('listitem')).toHaveText([/Orion CMC/])
  await write(window, 'Bottom line', sentence)
  await expect(pages(window).first()).toContainText(sentence)

  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  await choose(window, 'Language', 'French')
  await expect(pages(window).first()).toContainText('Contexte')
  await expect(pages(window)).toHaveCount(2)
  const exported = join(workspace, 'exports', 'partnership-fr.pdf')
  await briefwright.answerSaveDialog(exported)
  await exportPdf(window)
  await expect(window.getByRole('status', { name: 'Exported' })).toContainText('2 pages')

  const text = readPdf(exported)
  expect(text).toContain(sentence)
  expect(text).toMatch(/40\s*%/)
  expect(text).toMatch(/Glencore\s*\/\s*Orion/)
})

/** Labels of buttons as they are now; they go one by one as they are pressed. */
function namesOf(buttons: Element[]): string[] {
  return buttons.map((button) => button.getAttribute('aria-label') ?? '')
}

test('what was saved is there after a restart, among the recent briefs', async ({ briefwright }) => {
  await newBrief(briefwright.window, 'Fact sheet', 'Orion tonight')
  await pick(briefwright.window, 'Deal', 'orion', /Orion CMC/)
  await write(briefwright.window, 'In short', sentence)
  await chooseInMenu(briefwright.app, 'Save')
  await expect(briefwright.window.getByText('Saved', { exact: true })).toBeVisible()

  await briefwright.restart()
  const { window } = briefwright
  await window.getByRole('navigation').getByRole('button', { name: 'Briefs', exact: true }).click()
  await window.getByRole('region', { name: 'Recent' }).getByRole('button', { name: 'Orion tonight' }).click()
  await expect(window.getByRole('textbox', { name: 'In short' })).toHaveText(sentence)
  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  await expect(window.getByRole('combobox', { name: 'Deal' })).toHaveValue(/Orion CMC/)
  await expect(pages(window).first()).toContainText(sentence)
})

test('closing asks nothing, and what was typed last is there at the next start', async ({ briefwright }) => {
  const { app, window } = briefwright
  await newBrief(window, 'Fact sheet', 'Typed last')
  await write(window, 'In short', sentence)
  const closed = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
  await briefwright.restart()
  if (!(await briefwright.window.getByRole('textbox', { name: 'In short' }).isVisible()))
    await briefwright.window.getByRole('button', { name: 'Typed last' }).first().click()
  await expect(briefwright.window.getByRole('textbox', { name: 'In short' })).toHaveText(sentence)
})

test('another brief takes the place of one that was just typed in, and both stay', async ({
  briefwright,
}) => {
  const { window } = briefwright
  await newBrief(window, 'Fact sheet', 'First')
  await write(window, 'In short', sentence)
  await window.getByRole('button', { name: 'Briefs', exact: true }).click()
  await window.getByRole('button', { name: 'issue-brief' }).click()
  await expect(window.getByRole('heading', { name: 'issue-brief' })).toBeVisible()
  await window.getByRole('button', { name: 'Briefs', exact: true }).click()
  await window.getByRole('button', { name: 'First' }).first().click()
  await expect(window.getByRole('textbox', { name: 'In short' })).toHaveText(sentence)
})

test('a list of records that was opened and closed leaves the other tab out of sight', async ({
  briefwright,
}) => {
  const { window } = briefwright
  await newBrief(window, 'Fact sheet', 'One at a time')
  await pick(window, 'Deal', 'orion', /Orion CMC/)
  const deal = window.getByRole('combobox', { name: 'Deal' })
  const text = window.locator('.ProseMirror').first()
  await expect(text).toBeAttached()
  await expect(window.getByRole('option')).toHaveCount(0)
  await expect(text).toBeHidden()
  await expect(deal).toBeVisible()
  await write(window, 'In short', sentence)
  await expect(deal).toBeHidden()
  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  await deal.click()
  await window.keyboard.press('Escape')
  await expect(text).toBeHidden()
  await window.getByRole('tab', { name: 'Text' }).click()
  await expect(window.getByRole('textbox', { name: 'In short' })).toHaveText(sentence)
  await expect(deal).toBeHidden()
})

test('an error stops the export, says why and leads to its place', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'Wrong')
  await write(window, 'In short', 'The stake is {{deal.stakke}} today.')
  const problems = window.getByRole('region', { name: 'Problems in this brief' })
  await expect(problems).toContainText('stakke')
  await expect(problems.getByRole('button')).toContainText('In short')
  const path = join(workspace, 'exports', 'never.pdf')
  await briefwright.answerSaveDialog(path)
  await exportPdf(window)
  await expect(window.getByRole('alert', { name: 'The brief was not exported' })).toContainText('stakke')
  expect(existsSync(path)).toBe(false)
  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  await problems.getByRole('button').click()
  await expect(window.getByRole('textbox', { name: 'In short' })).toBeFocused()
})

test('the window speaks French when asked, and remembers it', async ({ briefwright }) => {
  await briefwright.window.getByRole('button', { name: 'Settings' }).click()
  await briefwright.window.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(briefwright.window.getByRole('heading', { name: 'Notes', exact: true })).toBeAttached()
  await briefwright.restart()
  await expect(briefwright.window.getByRole('heading', { name: 'Notes', exact: true })).toBeVisible()
  const labels = await briefwright.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map((item) => item.label),
  )
  expect(labels).toContain('Fichier')
})

test('a sentence on the page leads to the box where it was written', async ({ briefwright }) => {
  const { window } = briefwright
  await newBrief(window, 'Fact sheet', 'There and back')
  await write(window, 'In short', sentence)
  await expect(pages(window).first()).toContainText(sentence)
  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  await pages(window).first().getByText(sentence).dblclick()
  await expect(window.getByRole('textbox', { name: 'In short' })).toBeFocused()
})

test("the keys of undo and redo are the document's, also in a box of text", async ({ briefwright }) => {
  const { window } = briefwright
  await newBrief(window, 'Fact sheet', 'Taken back')
  await write(window, 'In short', sentence)
  const editor = window.getByRole('textbox', { name: 'In short' })
  await editor.press('Control+z')
  await expect(editor).not.toContainText(sentence)
  await editor.press('Control+Shift+z')
  await expect(editor).toContainText(sentence)
  await expect(editor).toBeFocused()
})
