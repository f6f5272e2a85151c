import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type {} from '../../renderer/base/bridge.js'
import {
  briefwrightCommand,
  chooseInMenu,
  expect,
  makeWorkspace,
  newBrief,
  pages,
  readPdf,
  test,
} from './briefwright.js'

const dialogOf = (window: Page) => window.getByRole('dialog', { name: 'Export PDF' })

/** Opens a part of the dialog and gives the dialog. */
async function unfold(window: Page, part: string) {
  const dialog = dialogOf(window)
  await dialog.getByRole('button', { name: part }).click()
  return dialog
}

test('a draft goes out with a watermark and without its dossier', async ({ briefwright }) => {
  const { window, workspace, app } = briefwright
  await newBrief(window, 'Fact sheet', 'Draft')
  await expect(pages(window).first()).toContainText('Kipushi')
  await chooseInMenu(app, 'Export PDF…')
  const dialog = dialogOf(window)
  await dialog.getByText('Carry the dossier').click()
  await dialog.getByRole('button', { name: /Watermark$/ }).click()
  await window.getByRole('option', { name: 'DRAFT' }).click()
  const path = join(workspace, 'exports', 'draft.pdf')
  await briefwright.answerSaveDialog(path)
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(window.getByRole('status', { name: 'Exported' })).toContainText('draft.pdf')
  expect(readPdf(path)).toContain('DRAFT')
  expect(execFileSync('pdfdetach', ['-list', path], { encoding: 'utf8' })).toContain('0 embedded files')
  // Chosen for that export alone.
  await window.getByRole('button', { name: 'Export PDF' }).click()
  await expect(dialog.getByRole('switch', { name: 'Carry the dossier' })).toBeChecked()
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('numbered copies are made one after another, and can be stopped', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'Orion')
  await expect(pages(window).first()).toContainText('Kipushi')
  const folder = join(workspace, 'exports', 'copies')
  mkdirSync(folder, { recursive: true })
  await briefwright.answerOpenDialog(folder)
  await window.getByRole('button', { name: 'Export PDF' }).click()
  const dialog = await unfold(window, 'Numbered copies')
  const list = dialog.getByRole('textbox', { name: 'Recipients' })
  await list.fill('The Cabinet\nThe Cabinet')
  await dialog.getByRole('button', { name: 'Export 2 copies…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The Cabinet is on line 1 already')
  await expect(list).toHaveValue('The Cabinet\nThe Cabinet')
  await list.fill('Delphine Dupont\nØyvind Berg\n\nThe Cabinet\n')
  await dialog.getByRole('button', { name: 'Export 3 copies…' }).click()
  const notice = window.getByRole('status', { name: 'Exported' })
  await expect(notice).toContainText('3 copies exported')
  const names = [
    'orion-en-copy-01-delphine-dupont.pdf',
    'orion-en-copy-02-oyvind-berg.pdf',
    'orion-en-copy-03-the-cabinet.pdf',
  ]
  expect(readdirSync(folder).sort()).toEqual(names)
  expect(readPdf(join(folder, names[2] as string))).toContain('Copy 3 of 3 · The Cabinet')
  expect(briefwrightCommand('verify', join(folder, names[1] as string))).toContain('identical')

  await window.getByRole('button', { name: 'Export PDF' }).click()
  await unfold(window, 'Numbered copies')
  const many = Array.from({ length: 60 }, (_, index) => `Office ${index + 1}`).join('\n')
  const others = join(workspace, 'exports', 'others')
  mkdirSync(others)
  await briefwright.answerOpenDialog(others)
  await dialog.getByRole('textbox', { name: 'Recipients' }).fill(many)
  await dialog.getByRole('button', { name: 'Export 60 copies…' }).click()
  const progress = window.getByRole('progressbar')
  await expect(progress).toBeVisible()
  await window.getByRole('button', { name: 'Stop after this copy' }).click()
  // That of the three copies stands above it.
  await expect(notice).toHaveCount(2)
  await expect(notice.last()).toContainText(/\d+ of 60 copies exported/)
  await expect(notice.last()).toContainText(/stopped after \d+ of 60 copies/)
  const made = readdirSync(others)
  expect(made.length).toBeLessThan(60)
  expect(made.every((name) => name.endsWith('.pdf') && !name.startsWith('.'))).toBe(true)
  for (const name of made) expect(readFileSync(join(others, name)).subarray(-6).toString()).toContain('%%EOF')
})

test('a password says what it costs before it is chosen, and locks the PDF', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'Locked')
  await expect(pages(window).first()).toContainText('Kipushi')
  await window.getByRole('button', { name: 'Export PDF' }).click()
  const dialog = await unfold(window, 'Password and permissions')
  await expect(dialog).toContainText('cannot be archival (PDF/A), carries no dossier, cannot be verified')
  await dialog.getByRole('textbox', { name: 'Password to open it' }).fill('a long sentence')
  await dialog.getByRole('textbox', { name: 'The same again' }).fill('a long sentense')
  await expect(dialog).toContainText('The two passwords differ.')
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'The same again' }).fill('a long sentence')
  await expect(dialog.getByRole('switch', { name: 'Carry the dossier' })).toBeDisabled()
  await dialog.getByText('copy text').click()
  const path = join(workspace, 'exports', 'locked.pdf')
  await briefwright.answerSaveDialog(path)
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(window.getByRole('status', { name: 'Exported' })).toContainText('locked.pdf')
  const facts = execFileSync('pdfinfo', ['-upw', 'a long sentence', path], { encoding: 'utf8' })
  expect(facts).toMatch(/Encrypted: +yes \(print:yes copy:no change:yes addNotes:yes algorithm:AES-256\)/)
  expect(() => execFileSync('pdfinfo', [path], { stdio: 'pipe' })).toThrow(/Incorrect password/)
  for (const folder of ['briefs', 'exports'])
    for (const name of readdirSync(join(workspace, folder)))
      expect(readFileSync(join(workspace, folder, name)).includes('a long sentence')).toBe(false)
  const memory = join(workspace, '..', 'memory', 'settings.json')
  expect(existsSync(memory)).toBe(true)
  expect(readFileSync(memory, 'utf8')).not.toContain('long sentence')
})

test.describe('with an internal record', () => {
  test.use({
    prepared: {
      fill(workspace: string) {
        makeWorkspace(workspace)
        const deals = join(workspace, 'casebook', 'deals.yaml')
        const text = readFileSync(deals, 'utf8')
        writeFileSync(deals, text.replace('- id: manono-zijin\n', '$&  internal: true\n'))
      },
    },
  })

  test('the casebook shows it, and a redacted export goes without it', async ({ briefwright }) => {
    const { window, workspace } = briefwright
    await window.getByRole('navigation').getByRole('button', { name: 'Casebook' }).click()
    await window.getByRole('searchbox').fill('Zijin Manono')
    await window
      .getByRole('option', { name: /Zijin . Manono/ })
      .first()
      .click()
    await expect(window.getByRole('article').getByText('Internal', { exact: true })).toBeVisible()

    await window.getByRole('navigation').getByRole('button', { name: 'Briefs', exact: true }).click()
    await newBrief(window, 'Issue brief', 'Redacted')
    await expect(pages(window).first()).toContainText('Zijin')
    await window.getByRole('button', { name: 'Export PDF' }).click()
    const dialog = dialogOf(window)
    await expect(dialog).toContainText('1 record of the casebook is internal')
    await dialog.getByText('Leave out internal records').click()
    const path = join(workspace, 'exports', 'redacted.pdf')
    await briefwright.answerSaveDialog(path)
    await dialog.getByRole('button', { name: 'Export…' }).click()
    await expect(window.getByRole('status', { name: 'Exported' })).toContainText('redacted.pdf')
    expect(readPdf(path)).not.toContain('Zijin – Manono')
    expect(briefwrightCommand('verify', path)).toContain('identical')
  })
})

for (const theme of ['light', 'dark'] as const)
  test(`the dialog has no fault that axe finds, in the ${theme} theme`, async ({ briefwright }) => {
    const { window } = briefwright
    await window.evaluate((theme) => self.briefwright.changeSettings({ theme }), theme)
    await newBrief(window, 'Fact sheet', 'Looked at')
    await window.getByRole('button', { name: 'Export PDF' }).click()
    await unfold(window, 'Numbered copies')
    const dialog = await unfold(window, 'Password and permissions')
    await dialog.getByRole('textbox', { name: 'Password to open it' }).fill('one')
    await dialog.getByRole('textbox', { name: 'The same again' }).fill('other')
    await expect(dialog).toContainText('The two passwords differ.')
    const found = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
    expect(
      found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ).toEqual([])
    if (process.env['SHOTS'])
      await window.screenshot({ path: join(process.env['SHOTS'], `export-${theme}.png`) })
  })
