import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, exportPdf, makeWorkspace, newBrief, pages, test, write } from './briefwright.js'

/** From now on main throws at this call, until the result is called. */
async function breakCall(app: ElectronApplication, name: string): Promise<() => Promise<void>> {
  await app.evaluate(({ ipcMain }, channel) => {
    // Electron has no public way to look at a handler.
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> }
    Object.assign(globalThis, { whole: handlers.get(channel) })
    handlers.set(channel, () => {
      throw new Error('out of order')
    })
  }, `call:${name}`)
  return () =>
    app.evaluate(({ ipcMain }, channel) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> }
      handlers.set(channel, (globalThis as unknown as { whole: unknown }).whole)
    }, `call:${name}`)
}

test.describe('a section of more than half a million characters', () => {
  test.use({
    prepared: {
      fill(workspace: string) {
        makeWorkspace(workspace)
        writeFileSync(
          join(workspace, 'briefs', 'long.brief.yaml'),
          'template: fact-sheet\nlanguage: en\nnarrative:\n  context: "Text with :lang[mot]{fr} in it."\n',
        )
      },
    },
  })

  test('is said at the section and kept all the same, and shortening it goes on', async ({ briefwright }) => {
    const { window, workspace } = briefwright
    const file = join(workspace, 'briefs', 'long.brief.yaml')
    await window.getByRole('region', { name: 'All briefs' }).getByRole('button', { name: 'long' }).click()
    const section = window.getByRole('textbox', { name: 'In short' })
    await expect(pages(window).first()).toContainText('Text with mot in it.')

    await section.fill('Longer and longer. '.repeat(30_000))
    const problems = window.getByRole('region', { name: 'Problems in this brief' })
    const fault = problems.getByRole('button', { name: 'at most 500000 are taken' })
    await expect(fault).toContainText('In short')
    await expect(window.getByText('The page shows the last version without errors.')).toBeVisible()
    await fault.click()
    await expect(section).toBeFocused()
    // The page takes no more; the text is the author's, and nothing of it is lost.
    await expect.poll(() => readFileSync(file, 'utf8').length).toBeGreaterThan(570_000)

    await section.fill('Short again.')
    await expect(pages(window).first()).toContainText('Short again.')
    await expect(problems).toBeHidden()
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('Short again.')
  })
})

test('a page that main fails to make is said, and the next one is made', async ({ briefwright }) => {
  const { app, window } = briefwright
  await newBrief(window, 'Fact sheet', 'Goes on')
  await expect(pages(window).first()).toContainText('Kipushi')
  const mend = await breakCall(app, 'renderBrief')
  await write(window, 'In short', 'First words.')
  const problems = window.getByRole('region', { name: 'Problems in this brief' })
  await expect(problems).toContainText('out of order')
  await mend()
  await write(window, 'In short', ' And more.')
  await expect(pages(window).first()).toContainText('First words. And more.')
  await expect(problems).toBeHidden()
})

test('an export that main fails to make is said, and can be asked for again', async ({ briefwright }) => {
  const { app, window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'Again')
  await expect(pages(window).first()).toContainText('Kipushi')
  await briefwright.answerSaveDialog(join(workspace, 'exports', 'again.pdf'))
  const mend = await breakCall(app, 'exportPdf')
  await exportPdf(window)
  await expect(window.getByRole('alert', { name: 'The brief was not exported' })).toContainText(
    'out of order',
  )
  await mend()
  await exportPdf(window)
  await expect(window.getByRole('status', { name: 'Exported' })).toContainText('again.pdf')
})

test('a page that cannot be painted is said, and the next one is painted', async ({ briefwright }) => {
  const { app, window } = briefwright
  await newBrief(window, 'Fact sheet', 'Painted')
  await expect(pages(window).first()).toContainText('Kipushi')
  const mend = await breakCall(app, 'renderBrief')
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('call:renderBrief')
    const value = { bytes: new Uint8Array(64), pageCount: 1, pageMap: [], faults: [] }
    ipcMain.handle('call:renderBrief', () => ({ ok: true, value, warnings: [] }))
  })
  await write(window, 'In short', 'First words.')
  await expect(window.getByRole('alert', { name: 'The page cannot be shown' })).toBeVisible()
  await expect(pages(window).first()).toContainText('Kipushi')
  await mend()
  await write(window, 'In short', ' And more.')
  await expect(pages(window).first()).toContainText('First words. And more.')
})

test('settings that cannot be changed are said in a notice', async ({ briefwright }) => {
  const { app, window } = briefwright
  await breakCall(app, 'changeSettings')
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(window.getByRole('alert', { name: 'This could not be done' })).toContainText('out of order')
})

test('a workspace that main cannot read at the start is said, and can be read again', async ({
  briefwright,
}) => {
  const { app, window } = briefwright
  await expect(window.getByRole('heading', { name: 'Briefs', exact: true })).toBeVisible()
  const mend = await breakCall(app, 'readWorkspace')
  await window.reload()
  await expect(window.getByRole('heading', { name: 'The workspace could not be read' })).toBeVisible()
  await expect(window.getByRole('alert', { name: 'This could not be done' })).toContainText('out of order')
  await mend()
  await window.getByRole('button', { name: 'Read again' }).click()
  await expect(window.getByRole('heading', { name: 'Briefs', exact: true })).toBeVisible()
})

test('what nobody caught is said in a notice', async ({ briefwright }) => {
  const { window } = briefwright
  await expect(window.getByRole('heading', { name: 'Briefs', exact: true })).toBeVisible()
  await window.evaluate(() => {
    void Promise.reject(new Error('nobody thought of this'))
  })
  const alert = window.getByRole('alert', { name: 'This could not be done' })
  await expect(alert).toContainText('nobody thought of this')
})
