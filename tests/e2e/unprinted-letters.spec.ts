import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, exportPdf, newBrief, pages, pick, test, write } from './briefwright.js'
import { violations } from './violations.js'

test('a letter that no font has is marked where it is typed, and the page goes on without it', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'Up and away')
  await pick(window, 'Deal', 'orion', /Orion CMC/)
  await write(window, 'In short', 'A first sentence.')
  await expect(pages(window).first()).toContainText('A first sentence.')

  const editor = window.getByRole('textbox', { name: 'In short' })
  await editor.press('Enter')
  await window.keyboard.insertText('Up 🚀 and ᚠ away')
  const marks = editor.locator('.unprinted')
  await expect(marks).toHaveText(['🚀', 'ᚠ'])
  await expect(marks.first()).toHaveAttribute('aria-description', /No font of the page has 🚀/)
  await expect(editor).toHaveAccessibleDescription(/Not printed, since no font of the page has it: 🚀 ᚠ/)
  await expect(pages(window).first()).toContainText(/Up .*away/)
  const problems = window.getByRole('region', { name: 'Problems in this brief' })
  await expect(problems).toContainText('U+1F680')
  await expect(problems.getByRole('button')).toContainText('In short')
  expect(await violations(window)).toEqual([])

  const path = join(workspace, 'exports', 'never.pdf')
  await briefwright.answerSaveDialog(path)
  await exportPdf(window)
  await expect(window.getByRole('alert', { name: 'The brief was not exported' })).toContainText('U+1F680')
  expect(existsSync(path)).toBe(false)

  for (let letter = 0; letter < ' and ᚠ away'.length; letter += 1) await editor.press('Backspace')
  await expect(marks).toHaveText(['🚀'])
  await editor.press('Backspace')
  await expect(marks).toHaveCount(0)
  await expect(problems).toHaveCount(0)
  await window.keyboard.insertText('🚀')
  await expect(marks.first()).toHaveText('🚀')
})
