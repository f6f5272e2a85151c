import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Briefwright, chooseInMenu, expect, makeWorkspace, pages, test } from './briefwright.js'
import { violations } from './violations.js'

const text = `# For the minister
template: issue-brief
language: en
narrative:
  summary: The first words. # keep them short
  background: |
    How it came about.
  outlook: What comes next.
`

test.use({
  prepared: {
    fill(workspace: string) {
      makeWorkspace(workspace)
      writeFileSync(join(workspace, 'briefs', 'mine.brief.yaml'), text)
    },
  },
})

const pathOf = ({ workspace }: Briefwright) => join(workspace, 'briefs', 'mine.brief.yaml')
const fileOf = (briefwright: Briefwright) => readFileSync(pathOf(briefwright), 'utf8')
const summary = (window: Page) => window.getByRole('textbox', { name: 'Bottom line' })
const background = (window: Page) => window.getByRole('textbox', { name: 'Background' })
const outlook = (window: Page) => window.getByRole('textbox', { name: 'What to watch' })

/** What the head of the brief says of it; the list of briefs says so too, behind it. */
function saving(window: Page, state: string) {
  return window.getByRole('main', { name: 'Brief', exact: true }).getByText(state, { exact: true })
}

async function openMine({ window }: Briefwright): Promise<void> {
  await window.getByRole('button', { name: 'mine', exact: true }).first().click()
  await expect(summary(window)).toBeVisible()
}

async function typeAtEnd(window: Page, section: string, words: string): Promise<void> {
  const editor = window.getByRole('textbox', { name: section })
  await editor.click()
  await editor.press('Control+End')
  await editor.pressSequentially(words)
}

async function saveByHand({ window }: Briefwright): Promise<void> {
  await window.getByRole('button', { name: 'Settings', exact: true }).click()
  await window.getByRole('menuitemcheckbox', { name: 'Save by itself' }).click()
  await window.keyboard.press('Escape')
}

/** Ends the program as a power cut does, and starts it again. */
async function cutAndStart(briefwright: Briefwright): Promise<void> {
  const ended = briefwright.app.waitForEvent('close')
  briefwright.app.process().kill('SIGKILL')
  await ended
  await briefwright.restart()
}

test('what is typed is saved by itself, and nothing else of the file is touched', async ({ briefwright }) => {
  await openMine(briefwright)
  await typeAtEnd(briefwright.window, 'Bottom line', ' And more.')
  await expect.poll(() => fileOf(briefwright)).toBe(text.replace('first words.', 'first words. And more.'))
  await expect(saving(briefwright.window, 'Saved')).toBeVisible()
  await expect(briefwright.window.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
})

test('after a power cut the brief is as it was left, caret and scroll included, and says so', async ({
  briefwright,
}) => {
  await openMine(briefwright)
  await saveByHand(briefwright)
  let { window } = briefwright
  const long = Array.from({ length: 40 }, (_, line) => `Line ${line} of the background.`).join('\n\n')
  await background(window).fill(long)
  await outlook(window).click()
  await outlook(window).press('Home')
  for (let step = 0; step < 5; step += 1) await outlook(window).press('ArrowRight')
  await window.keyboard.type('XY')
  const body = () => briefwright.window.locator('.work-body.is-text')
  await body().evaluate((element) => {
    element.scrollTop = 420
  })
  await expect(saving(window, 'Not saved')).toBeVisible()
  // As long as is promised: within a second of the last change it is kept.
  await window.waitForTimeout(1200)
  await cutAndStart(briefwright)
  expect(fileOf(briefwright)).toBe(text)
  window = briefwright.window
  await expect(outlook(window)).toHaveText('What XYcomes next.')
  await expect(background(window)).toContainText('Line 39 of the background.')
  await expect(window.getByRole('status').filter({ hasText: 'Recovered.' })).toBeVisible()
  await expect(outlook(window)).toBeFocused()
  await expect.poll(() => body().evaluate(({ scrollTop }) => scrollTop)).toBe(420)
  await window.keyboard.type('Z')
  await expect(outlook(window)).toHaveText('What XYZcomes next.')
  await window.locator('.document-bar').getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => fileOf(briefwright)).toContain('What XYZcomes next.')
  await expect(window.locator('.document-bar')).toHaveCount(0)
})

test('what another program changes in another section is taken in and said, and nobody loses anything', async ({
  briefwright,
}) => {
  const { window } = briefwright
  await openMine(briefwright)
  await saveByHand(briefwright)
  await typeAtEnd(window, 'Bottom line', ' Mine.')
  writeFileSync(pathOf(briefwright), text.replace('What comes next.', 'Theirs comes next.'))
  await expect(outlook(window)).toHaveText('Theirs comes next.')
  await expect(summary(window)).toHaveText('The first words. Mine.')
  await window.keyboard.type(' And on.')
  await expect(summary(window)).toHaveText('The first words. Mine. And on.')
  const bar = window.locator('.document-bar')
  await expect(bar).toContainText('Another program changed this file')
  await bar.getByRole('button', { name: 'See them' }).click()
  const dialog = window.getByRole('dialog', { name: 'What another program changed' })
  await expect(dialog.locator('ins')).toContainText('Theirs')
  expect(await violations(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(bar).toHaveCount(0)
  await chooseInMenu(briefwright.app, 'Save')
  await expect
    .poll(() => fileOf(briefwright))
    .toBe(text.replace('first words.', 'first words. Mine. And on.').replace('What comes', 'Theirs comes'))
})

const choices = [
  ['Keep yours', ['Mine.'], ['Theirs.']],
  ['Keep the other’s', ['Theirs.'], ['Mine.']],
  ['Both, yours first', ['Mine.', 'Theirs.'], []],
  ['Both, the other’s first', ['Theirs.', 'Mine.'], []],
] as const

test('where both changed the same line the author chooses, and nothing is written before', async ({
  briefwright,
}) => {
  test.setTimeout(180_000)
  const { window } = briefwright
  await openMine(briefwright)
  const bar = window.locator('.document-bar')
  for (const [index, [choice, kept, dropped]] of choices.entries()) {
    const before = `${text.replace('    How it came about.\n', '    Start.\n')}# ${index}\n`
    writeFileSync(pathOf(briefwright), before)
    await expect(background(window)).toHaveText('Start.')
    await expect.poll(() => fileOf(briefwright)).toBe(before)
    await saveByHand(briefwright)
    await background(window).fill('Mine.')
    await expect(saving(window, 'Not saved')).toBeVisible()
    const theirs = before.replace('    Start.\n', '    Theirs.\n')
    writeFileSync(pathOf(briefwright), theirs)
    await expect(bar.getByRole('alert')).toContainText('the same lines')
    await bar.getByRole('button', { name: 'Compare and choose…' }).click()
    const dialog = window.getByRole('dialog', { name: /changed the same lines/ })
    await expect(dialog.locator('mark')).toHaveText([/Mine/, /Theirs/])
    await expect(dialog.getByRole('button', { name: 'Take what is chosen' })).toBeDisabled()
    if (index === 0) expect(await violations(window)).toEqual([])
    await dialog.getByRole('radio', { name: choice, exact: true }).check({ force: true })
    expect(fileOf(briefwright)).toBe(theirs)
    await dialog.getByRole('button', { name: 'Take what is chosen' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(bar.getByRole('alert')).toHaveCount(0)
    // What stays to be said is that the file had changed before.
    await bar.getByRole('button', { name: 'Dismiss' }).click()
    await expect(bar).toHaveCount(0)
    const written = kept.map((words) => `    ${words}\n`).join('')
    await expect.poll(() => fileOf(briefwright)).toBe(theirs.replace('    Theirs.\n', written))
    for (const words of dropped) await expect(background(window)).not.toContainText(words)
    await saveByHand(briefwright)
  }
})

test('a conflict is decided with the keyboard alone, in the author’s own words', async ({ briefwright }) => {
  const { window } = briefwright
  await openMine(briefwright)
  await saveByHand(briefwright)
  await background(window).fill('Mine.')
  await expect(saving(window, 'Not saved')).toBeVisible()
  writeFileSync(pathOf(briefwright), text.replace('How it came about.', 'Theirs.'))
  await window.getByRole('button', { name: 'Compare and choose…' }).focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: /changed the same lines/ })
  await dialog.getByRole('radio').first().focus()
  await window.keyboard.press('Space')
  await window.keyboard.press('ArrowUp')
  await expect(dialog.getByRole('radio', { name: 'Write it anew' })).toBeChecked()
  await window.keyboard.press('Tab')
  await expect(dialog.getByRole('textbox', { name: 'Text of these lines' })).toBeFocused()
  await window.keyboard.press('Control+a')
  await window.keyboard.type('    Ours together.')
  await dialog.getByRole('button', { name: 'Take what is chosen' }).focus()
  await window.keyboard.press('Enter')
  await expect(background(window)).toHaveText('Ours together.')
  await expect.poll(() => fileOf(briefwright)).toBe(text.replace('How it came about.', 'Ours together.'))
})

test('a file that went away is put back, and a workspace that did is not made again in silence', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  await openMine(briefwright)
  await typeAtEnd(window, 'Bottom line', ' Mine.')
  await expect.poll(() => fileOf(briefwright)).toContain('Mine.')
  const bar = window.locator('.document-bar')
  rmSync(pathOf(briefwright))
  await expect(bar.getByRole('alert')).toContainText('The file is no longer there')
  expect(await violations(window)).toEqual([])
  await bar.getByRole('button', { name: 'Put it back' }).click()
  await expect(bar).toHaveCount(0)
  expect(fileOf(briefwright)).toBe(text.replace('first words.', 'first words. Mine.'))

  renameSync(workspace, `${workspace}-away`)
  await typeAtEnd(window, 'Bottom line', ' Still.')
  await expect(bar.getByRole('alert')).toContainText('The folder of the workspace is no longer there')
  await chooseInMenu(briefwright.app, 'Save')
  await expect(saving(window, 'Not saved')).toBeVisible()
  await window.waitForTimeout(1500)
  expect(existsSync(workspace)).toBe(false)

  const elsewhere = join(workspace, '..', 'elsewhere.brief.yaml')
  await briefwright.answerSaveDialog(elsewhere)
  await bar.getByRole('button', { name: 'Save elsewhere…' }).click()
  await expect(window.getByRole('status', { name: 'Saved elsewhere' })).toContainText('elsewhere.brief.yaml')
  expect(readFileSync(elsewhere, 'utf8')).toBe(text.replace('first words.', 'first words. Mine. Still.'))
  expect(existsSync(workspace)).toBe(false)
  expect(readdirSync(join(`${workspace}-away`, 'briefs'))).toContain('mine.brief.yaml')
})

test('undo and redo go through text, settings and restored states in their order, after a change of view too', async ({
  briefwright,
}) => {
  test.setTimeout(180_000)
  const { app, window } = briefwright
  await openMine(briefwright)
  await summary(window).click()
  await summary(window).press('Control+End')
  // In one go, as a slow machine may make two steps of what is typed.
  await window.keyboard.insertText(' Typed.')
  await expect.poll(() => fileOf(briefwright)).toContain('Typed.')
  await window.getByRole('tab', { name: 'Deals and settings' }).click()
  await window.getByRole('button', { name: /Language$/ }).click()
  await window.getByRole('option', { name: 'French', exact: true }).click()
  await window.getByRole('textbox', { name: 'Title', exact: true }).fill('Orion')
  await expect.poll(() => fileOf(briefwright)).toContain('title: Orion')

  // A state from before all this, brought back, is one more change.
  await window.getByRole('button', { name: 'History' }).click()
  const dialog = window.getByRole('dialog', { name: 'History of mine.brief.yaml' })
  const states = dialog.getByRole('option')
  await expect(dialog.getByText('This state is the text as it is now.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Bring this state back' })).toBeDisabled()
  await states.last().click()
  await expect(dialog.locator('ins', { hasText: 'Orion' })).toBeVisible()
  expect(await violations(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Bring this state back' }).click()
  await expect(window.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('')

  await window.getByRole('button', { name: 'Casebook', exact: true }).click()
  await window.getByRole('navigation').getByRole('button', { name: /^mine/ }).click()
  const title = window.getByRole('textbox', { name: 'Title', exact: true })
  await chooseInMenu(app, 'Undo')
  await expect(summary(window)).toHaveText('The first words. Typed.')
  await chooseInMenu(app, 'Undo')
  await expect(title).toBeFocused()
  await expect(title).toHaveValue('')
  await expect(window.getByRole('button', { name: /Language$/ })).toContainText('French')
  await chooseInMenu(app, 'Undo')
  await expect(window.getByRole('button', { name: /Language$/ })).toContainText('English')
  // What is taken back is shown, wherever it is.
  await window.keyboard.press('Control+z')
  await expect(summary(window)).toBeFocused()
  await expect(summary(window)).toHaveText('The first words.')
  await expect.poll(() => fileOf(briefwright)).toBe(text)

  for (let step = 0; step < 3; step += 1) await window.keyboard.press('Control+Shift+z')
  await expect(title).toBeFocused()
  await expect(title).toHaveValue('Orion')
  await window.getByRole('tab', { name: 'Text' }).click()
  await expect(summary(window)).toHaveText('The first words. Typed.')
  await expect(pages(window).first()).toContainText('Typed.')
})

test('without saving by itself nothing is written until it is asked, and the list says what is not saved', async ({
  briefwright,
}) => {
  const { window } = briefwright
  await openMine(briefwright)
  await saveByHand(briefwright)
  await typeAtEnd(window, 'Bottom line', ' By hand.')
  await window.waitForTimeout(1500)
  expect(fileOf(briefwright)).toBe(text)
  await window.getByRole('button', { name: 'Briefs', exact: true }).click()
  await expect(window.getByRole('row', { name: /mine/ }).first()).toContainText('Not saved')
  await window.getByRole('button', { name: 'issue-brief', exact: true }).first().click()
  await expect(window.getByRole('heading', { name: 'issue-brief' })).toBeVisible()
  await window.getByRole('button', { name: 'Briefs', exact: true }).click()
  await openMine(briefwright)
  await expect(summary(window)).toHaveText('The first words. By hand.')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(saving(window, 'Saved')).toBeVisible()
  expect(fileOf(briefwright)).toBe(text.replace('first words.', 'first words. By hand.'))
})
