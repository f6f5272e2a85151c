import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { chooseInMenu, expect, newBrief, pages, test, write } from './briefwright.js'

const clipboards = join(import.meta.dirname, '..', 'renderer', 'paste', 'clipboards')
const read = (name: string) => readFileSync(join(clipboards, name), 'utf8')
/** What the unit tests expect of it, without their line about what is left out. */
const expected = (name: string) => read(name).replace(/\n+<!--[^\n]*-->\n$/, '')

/** Puts on the system's clipboard what another program would, by the window's own copying. */
async function copy(window: Page, given: { html?: string; text: string }): Promise<void> {
  await window.evaluate(({ html, text }) => {
    const fill = (event: ClipboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      event.clipboardData?.setData('text/plain', text)
      if (html !== undefined) event.clipboardData?.setData('text/html', html)
    }
    addEventListener('copy', fill, { capture: true, once: true })
  }, given)
  await window.keyboard.press('Control+c')
}

/** What the brief's file holds of its background. */
function saved(workspace: string): string {
  const file = readFileSync(join(workspace, 'briefs', 'pasted.brief.yaml'), 'utf8')
  return parse(file).narrative?.background?.trim() ?? ''
}

test('a text from Word becomes what a section holds, on the page and in the file, and one undo takes it back', async ({
  briefwright,
}) => {
  const { app, window, workspace } = briefwright
  await newBrief(window, 'Issue brief', 'Pasted')
  await write(window, 'Background', 'Before.')
  const box = window.getByRole('textbox', { name: 'Background' })
  await box.press('Enter')
  await copy(window, { html: read('word.html'), text: 'not this' })
  await box.press('Control+v')
  await expect(box.getByRole('table')).toContainText('South Africa | SADC')
  await expect(box.getByRole('heading', { name: 'By road' })).toBeVisible()
  await expect.poll(() => saved(workspace)).toBe(`Before.\n\n${expected('word.md')}`)
  await expect(pages(window).first()).toContainText('Kasumbalesa')
  await expect(window.getByRole('region', { name: 'Problems in this brief' })).toHaveCount(0)
  const notice = window.getByRole('status', { name: 'Not all was pasted' })
  await expect(notice).toContainText('1 picture was left out')
  await expect(notice).toContainText('1 comment was left out')

  await chooseInMenu(app, 'Undo')
  await expect(box).toHaveText('Before.')
  await expect.poll(() => saved(workspace)).toBe('Before.')
})

test('notes that are pasted twice keep their numbers apart, and a line goes on where it is pasted', async ({
  briefwright,
}) => {
  const { app, window, workspace } = briefwright
  await newBrief(window, 'Issue brief', 'Pasted')
  await write(window, 'Background', 'One ')
  const box = window.getByRole('textbox', { name: 'Background' })
  const note = (words: string) =>
    `<p>${words}<a href="#fn1" id="ref1"><sup>1</sup></a></p><ol><li id="fn1"><p>On ${words}. <a href="#ref1">↩</a></p></li></ol>`
  await copy(window, { html: note('<b>two</b>'), text: 'two' })
  await box.press('Control+v')
  await box.pressSequentially(' three')
  await copy(window, { html: note('four'), text: 'four' })
  await box.press('Control+v')
  await expect
    .poll(() => saved(workspace))
    .toBe('One **two**[^1] threefour[^2]\n\n[^1]: On **two**.\n\n[^2]: On four.')
  // The paste alone, and not the words typed right before it.
  await chooseInMenu(app, 'Undo')
  await expect.poll(() => saved(workspace)).toBe('One **two**[^1] three\n\n[^1]: On **two**.')
})

test('a text that is pasted as plain stays as it is, and so does Markdown', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Issue brief', 'Pasted')
  await write(window, 'Background', 'Plain: ')
  const box = window.getByRole('textbox', { name: 'Background' })
  await copy(window, { html: '<p><b>bold</b></p>', text: 'not bold' })
  await box.press('Control+Shift+v')
  await expect.poll(() => saved(workspace)).toBe('Plain: not bold')
  await copy(window, { text: ' and **strong**' })
  await box.press('Control+v')
  await expect.poll(() => saved(workspace)).toBe('Plain: not bold and **strong**')
})

test('a cell takes a line, a new row comes after the last, and a selected one goes', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Issue brief', 'Pasted')
  await write(window, 'Background', ' ')
  const box = window.getByRole('textbox', { name: 'Background' })
  await copy(window, { html: '<table><tr><td>a<td>b<tr><td>c<td>d</table>', text: 'a' })
  await box.press('Control+v')
  await box.getByRole('cell', { name: 'd' }).click()
  await box.press('End')
  await copy(window, { html: '<ul><li>one<li>two</ul><table><tr><td>x<td>y</table>', text: 'x' })
  await box.press('Control+v')
  await box.press('Tab')
  await box.pressSequentially('new')
  await expect.poll(() => saved(workspace)).toBe('| a | b |\n| - | - |\n| c | done; two x; y |\n| new | |')
  await box.press('Shift+ArrowRight')
  await box.press('Backspace')
  await expect.poll(() => saved(workspace)).toBe('| a | b |\n| - | - |\n| c | done; two x; y |')
})

test('two megabytes are pasted, and a text beyond all bounds is refused in words', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Issue brief', 'Pasted')
  await write(window, 'Background', 'Before.')
  const box = window.getByRole('textbox', { name: 'Background' })
  const paragraph = (index: number) =>
    `<p class=MsoNormal style='mso-pagination:widow-orphan'><span lang=EN-US style='font-size:11.0pt;mso-ansi-language:EN-US'>Paragraph ${index} of many.</span><o:p></o:p></p>\n`
  const long = Array.from({ length: 13_000 }, (_, index) => paragraph(index)).join('')
  expect(long.length).toBeGreaterThan(2_000_000)
  await copy(window, { html: long, text: 'x' })
  await box.press('Control+v')
  const refused = window.getByRole('alert', { name: 'Nothing was pasted' })
  await expect(refused).toContainText('200,000 characters')
  await refused.getByRole('button').click()

  const styled = Array.from({ length: 1_000 }, (_, index) =>
    paragraph(index).replace('<span', `<span data-x="${'x'.repeat(1_900)}"`),
  ).join('')
  expect(styled.length).toBeGreaterThan(2_000_000)
  await copy(window, { html: styled, text: 'x' })
  await box.press('Control+v')
  await expect(box).toContainText('Paragraph 999 of many.')
  await expect.poll(() => saved(workspace)).toContain('Paragraph 999 of many.')
})
