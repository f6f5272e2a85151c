import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type {} from '../../renderer/base/bridge.js'
import {
  type Briefwright,
  briefwrightCommand,
  chooseInMenu,
  expect,
  exportPdf,
  newBrief,
  pages,
  pick,
  test,
  write,
} from './briefwright.js'
import { violations } from './violations.js'

const sentence = 'The window for a decision closes this week.'

/** Writes a fact sheet with a narrative and exports it. Gives the path of its PDF. */
async function exportSheet({ window, workspace, answerSaveDialog }: Briefwright): Promise<string> {
  const path = join(workspace, 'exports', 'orion.pdf')
  await answerSaveDialog(path)
  await newBrief(window, 'Fact sheet', 'Orion tonight')
  await pick(window, 'Deal', 'orion', /Orion CMC/)
  await write(window, 'In short', sentence)
  await expect(pages(window).first()).toContainText(sentence)
  await exportPdf(window)
  await expect(window.getByRole('status', { name: 'Exported' })).toContainText('orion.pdf')
  await window.getByRole('button', { name: 'Dismiss' }).click()
  return path
}

async function showExports(window: Page): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'Exports' }).click()
}

test('an export is verified, found changed, and verified anew', async ({ briefwright }) => {
  const { window } = briefwright
  const path = await exportSheet(briefwright)
  await showExports(window)
  const row = window.getByRole('row', { name: /orion\.pdf/ })
  await row.getByRole('button', { name: 'Verify' }).click()
  const dialog = window.getByRole('dialog', { name: 'Verify a PDF' })
  await expect(dialog.getByRole('status')).toContainText('Identical to what its dossier makes')
  expect(await violations(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(row).toContainText('Identical')

  // Still a PDF that opens, but without its title.
  const bytes = readFileSync(path)
  const at = bytes.indexOf('/Title')
  bytes.write('/Titel', at, 'latin1')
  writeFileSync(path, bytes)
  await window.evaluate(() => self.dispatchEvent(new Event('focus')))
  await expect(row).not.toContainText('Identical')
  await row.getByRole('button', { name: 'Verify' }).click()
  await expect(dialog.getByRole('status')).toContainText('Not what its dossier makes')
  await expect(dialog.getByRole('list')).toContainText(/the file differs from byte \d+ on/)
  expect(await violations(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(row).toContainText('Differs')
})

test('the brief of a PDF opens in a workspace of its own, with its text', async ({ briefwright }) => {
  const { app, window, workspace } = briefwright
  const path = await exportSheet(briefwright)
  await write(window, 'In short', ' More.')
  await briefwright.answerOpenDialog(path)
  await chooseInMenu(app, 'Open brief from PDF…')
  const dialog = window.getByRole('dialog', { name: 'Brief from a PDF' })
  await expect(dialog).toContainText(/TitleOrion tonight.*TemplateFact sheet/)
  await expect(dialog).toContainText(/Carries\d+ records, \d+ files/)
  await expect(dialog).toContainText(/Made byBriefwright \d/)
  expect(await violations(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Verify' }).click()
  await expect(dialog.getByRole('status')).toContainText('Identical to what its dossier makes')

  await answerSuggestedFolder(briefwright)
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  const folder = join(workspace, '..', 'orion')
  await expect(window.getByRole('status', { name: /workspace of its own/ })).toContainText(folder)
  await window.getByRole('tab', { name: 'Text' }).click()
  await expect(window.getByRole('textbox', { name: 'In short' })).toHaveText(sentence)
  await expect(pages(window).first()).toContainText(sentence)
  await expect(window.getByRole('navigation')).toContainText('orion')
  expect(existsSync(join(folder, 'casebook', 'deals.yaml'))).toBe(true)
  // Nothing was asked of what was typed last, and it is where it belongs.
  expect(readFileSync(join(workspace, 'briefs', 'orion-tonight.brief.yaml'), 'utf8')).toContain('More.')

  const again = join(folder, 'again.pdf')
  const brief = join(folder, 'briefs', readdirSync(join(folder, 'briefs'))[0] ?? '')
  briefwrightCommand('render', brief, '--workspace', folder, '--out', again)
  expect(readFileSync(again).equals(readFileSync(path))).toBe(true)

  // It is the workspace of the next start, too, and the folder suggested next is another one.
  await briefwright.answerOpenDialog(path)
  await chooseInMenu(app, 'Open brief from PDF…')
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(window.getByRole('status', { name: /workspace of its own/ })).toContainText('orion-2')
})

test('a PDF that is not ours is refused with its reason, by both ways', async ({ briefwright }) => {
  const { app, window, workspace } = briefwright
  const path = join(workspace, '..', 'letter.pdf')
  writeFileSync(path, 'a letter')
  await briefwright.answerOpenDialog(path)
  await window.getByRole('heading', { name: 'Briefs', exact: true }).waitFor()
  await chooseInMenu(app, 'Verify a PDF…')
  const verify = window.getByRole('dialog', { name: 'Verify a PDF' })
  await expect(verify.getByRole('status')).toContainText('This PDF cannot be verified')
  await expect(verify.getByRole('list')).toContainText('is no PDF')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Open brief from PDF…' }).click()
  const open = window.getByRole('dialog', { name: 'Brief from a PDF' })
  await expect(open.getByRole('status')).toContainText('No brief can be opened from this PDF')
  await expect(open.getByRole('list')).toContainText('is no PDF')
  expect(await violations(window)).toEqual([])
  await expect(open.getByRole('button')).toHaveText(['Close'])
})

test('a folder that is not empty is refused, and another one may be chosen', async ({ briefwright }) => {
  const { app, window, workspace } = briefwright
  const path = await exportSheet(briefwright)
  const full = join(workspace, '..', 'full')
  mkdirSync(full)
  writeFileSync(join(full, 'mine.txt'), 'mine')
  await briefwright.answerOpenDialog(path)
  await chooseInMenu(app, 'Open brief from PDF…')
  await briefwright.answerSaveDialog(full)
  const dialog = window.getByRole('dialog', { name: 'Brief from a PDF' })
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(dialog.getByRole('list')).toContainText('is not empty')
  expect(readdirSync(full)).toEqual(['mine.txt'])
  await briefwright.answerSaveDialog(join(workspace, '..', 'empty'))
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(window.getByRole('status', { name: /workspace of its own/ })).toContainText('empty')
})

test('a PDF dropped on the text opens the same dialog, and the window stays where it is', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  const path = await exportSheet(briefwright)
  const elsewhere = join(workspace, '..', 'from a colleague.pdf')
  cpSync(path, elsewhere)
  // A file of the disk, as a drop has it: what a script makes up has no path.
  await window.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.setAttribute('data-dropped', '')
    document.body.append(input)
  })
  await window.locator('[data-dropped]').setInputFiles(elsewhere)
  const isKept = await window.evaluate(() => {
    const file = document.querySelector<HTMLInputElement>('[data-dropped]')?.files?.[0] as File
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(file)
    const target = document.querySelector('[contenteditable]') ?? document.body
    const event = (name: string) => new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true })
    return ['dragenter', 'dragover', 'drop'].map((name) => !target.dispatchEvent(event(name)))
  })
  expect(isKept).toEqual([true, true, true])
  const dialog = window.getByRole('dialog', { name: 'Brief from a PDF' })
  await expect(dialog).toContainText('from a colleague.pdf')
  await expect(dialog).toContainText('Fact sheet')
  expect(window.url()).toBe('briefwright://app/')
})

test('the page cannot have a file read that nobody gave it', async ({ briefwright }) => {
  const answers = await briefwright.window.evaluate(async () => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'taken',
        () => 'refused',
      )
    const made = await self.briefwright.takeDropped(new File(['%PDF-'], '/etc/passwd'))
    const listed = await self.briefwright.takeExport('/etc/passwd')
    return {
      path: await refused(self.briefwright.takeDropped('/etc/passwd' as never)),
      number: await refused(self.briefwright.inspectPdf(0)),
      made: made.ok,
      listed: listed.ok,
    }
  })
  expect(answers).toEqual({ path: 'refused', number: 'refused', made: false, listed: false })
})

/** Takes the folder that the dialog suggests. */
async function answerSuggestedFolder({ app }: Briefwright): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = (async (...given: unknown[]) => {
      const { defaultPath } = given.at(-1) as { defaultPath: string }
      return { canceled: false, filePath: defaultPath }
    }) as typeof dialog.showSaveDialog
  })
}
