import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { type Briefwright, ended, expect, makeWorkspace, test } from './briefwright.js'

const file = 'briefs/issue-brief.brief.yaml'

test.use({ prepared: { fill: makeWorkspace } })

/** Types a line into the starter brief, as a view hands it in. Nothing is saved by itself. */
async function typeLine(window: Page, line: string): Promise<void> {
  // A window that is still being made would take up the document that is opened under it.
  await window.getByRole('heading', { name: 'Briefs', exact: true }).waitFor()
  const typed = await window.evaluate(
    async ([file, line]) => {
      await self.briefwright.changeSettings({ autosaves: false })
      const opened = await self.briefwright.openDocument(file)
      if (!opened.ok) return opened
      const { text, version } = opened.value
      const view = { caret: 7 }
      return self.briefwright.changeDocument(file, { text: text + line, view, kind: 'narrative', version })
    },
    [file, line] as const,
  )
  expect(typed).toMatchObject({ ok: true })
}

function openDocuments(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('briefwright.listDocuments()'),
  )
}

function onDisk({ workspace }: Briefwright): string {
  return readFileSync(join(workspace, file), 'utf8')
}

/** How a start may end, none of which asks anything. */
const ways: Record<string, (app: ElectronApplication) => Promise<unknown>> = {
  'when its process is killed': async (app) => {
    // Half a second, within which it is kept.
    await new Promise((done) => setTimeout(done, 1000))
    await ended(app, () => app.process().kill('SIGKILL'))
  },
  'when its window is closed': (app) =>
    ended(app, () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())),
  'when it is quit': (app) => ended(app, () => app.evaluate(({ app }) => app.quit())),
  'when the system ends it': (app) => ended(app, () => app.process().kill('SIGTERM')),
  'when its window hangs and is closed': async (app) => {
    const window = await app.firstWindow()
    const hanging = window.evaluate(() => {
      for (;;) performance.now()
    })
    // It ends with its window.
    hanging.catch(() => undefined)
    await ended(app, () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()))
  },
}

for (const [when, end] of Object.entries(ways)) {
  test(`what is not saved is there again ${when}`, async ({ briefwright }) => {
    const before = onDisk(briefwright)
    await typeLine(briefwright.window, '# typed last\n')
    await briefwright.restart(end)
    expect(onDisk(briefwright)).toBe(before)
    const documents = await openDocuments(briefwright.app)
    expect(documents).toMatchObject({
      ok: true,
      value: [{ file, text: `${before}# typed last\n`, view: { caret: 7 }, isRecovered: true }],
      warnings: [],
    })
  })
}

test('a window that crashes is opened again with a word, and the documents are as they were', async ({
  briefwright,
}) => {
  const { app } = briefwright
  const shown = await briefwright.answerMessages(0)
  await typeLine(briefwright.window, '# typed last\n')
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(shown).toEqual(['Your texts are as they were.'])
  const documents = await openDocuments(app)
  expect(documents).toMatchObject({
    ok: true,
    value: [{ file, text: expect.stringMatching(/# typed last\n$/), isUnsaved: true, canUndo: true }],
  })
})

test('what can be kept nowhere is asked about, and stays', async ({ briefwright }) => {
  const { app, window, workspace } = briefwright
  const memory = join(workspace, '..', 'memory', 'documents')
  rmSync(memory, { recursive: true, force: true })
  writeFileSync(memory, 'a file where the folder should be')
  await typeLine(window, '# typed last\n')
  const shown = await briefwright.answerMessages(2)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(shown).toEqual([expect.stringContaining('cannot keep')])
  expect(await openDocuments(app)).toMatchObject({ value: [{ isUnsaved: true }] })
  await briefwright.answerMessages(1)
  await ended(app, () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()))
})

test('a fault of the program itself loses nothing either', async ({ briefwright }) => {
  const { app, window } = briefwright
  const before = onDisk(briefwright)
  await app.evaluate(({ dialog }) => {
    dialog.showErrorBox = () => undefined
  })
  await typeLine(window, '# typed last\n')
  await briefwright.restart((app) =>
    ended(app, () =>
      app.evaluate(() => {
        setTimeout(() => {
          throw new Error('a bug')
        })
      }),
    ),
  )
  expect(await openDocuments(briefwright.app)).toMatchObject({
    value: [{ file, text: `${before}# typed last\n`, isRecovered: true }],
  })
})
