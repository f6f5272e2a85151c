import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Calls } from '../../electron/contract/index.js'
import { expect, makeWorkspace, test } from './briefwright.js'

/** In every file that the page must not see. */
const secret = 'For nobody’s eyes'

const brief = {
  template: 'fact-sheet',
  language: 'en' as const,
  parameters: {},
  narrative: { context: secret },
}

/** Every call, and how the page names a path in it; `undefined` where it cannot. */
const calls: { [K in keyof Calls]: ((path: string) => Parameters<Calls[K]>) | undefined } = {
  readSource: (path) => [path],
  createBrief: (path) => [{ template: path, language: 'en', name: path }],
  renderBrief: (path) => [{ file: path, brief: { ...brief, template: path, theme: path } }],
  exportPdf: (path) => [{ file: path, brief }],
  exportCopies: (path) => [{ file: path, brief, recipients: 'Minister' }],
  openDocument: (path) => [path],
  changeDocument: (path) => [path, { text: '', kind: 'narrative', version: 1 }],
  keepView: (path) => [path, {}],
  undoDocument: (path) => [path],
  redoDocument: (path) => [path],
  saveDocument: (path) => [path],
  resolveDocument: (path) => [path, [], 1],
  putBackDocument: (path) => [path],
  saveDocumentElsewhere: (path) => [path],
  letDocumentGo: (path) => [path],
  closeDocument: (path) => [path],
  compareWithHistory: (path) => [path, path],
  restoreDocument: (path) => [path, path],
  openExport: (path) => [path],
  showExport: (path) => [path],
  takeExport: (path) => [path],
  // Preload asks the system where a file lies, and the page has none but what was dropped.
  takeDropped: (path) => [path],
  exportPack: (path) => [
    { templates: [path], title: '', description: '', version: '1.0.0', author: '', licence: '' },
  ],
  // What the history keeps of a path is nobody's file.
  ...{ documentHistory: undefined, listDocuments: undefined },
  ...{ readSettings: undefined, changeSettings: undefined, keepLook: undefined, readWorkspace: undefined },
  ...{ takeOfferedWorkspace: undefined, beginCasebook: undefined },
  ...{ chooseWorkspace: undefined, chooseBrief: undefined, stopCopies: undefined, listExports: undefined },
  ...{ choosePdf: undefined, inspectPdf: undefined, verifyPdf: undefined, restorePdf: undefined },
  ...{ choosePack: undefined, planPack: undefined, importPack: undefined, showPack: undefined },
  ...{ openLink: undefined, closeWindow: undefined },
}

test.use({
  prepared: {
    fill(workspace: string) {
      makeWorkspace(workspace)
      const outside = join(workspace, '..', 'outside')
      mkdirSync(outside)
      for (const name of ['out.yaml', 'out.hbs', 'out.pdf'])
        writeFileSync(join(outside, name), `%PDF- ${secret}`)
      writeFileSync(
        join(outside, 'out.brief.yaml'),
        `template: fact-sheet\nlanguage: en\nnarrative:\n  context: ${secret}\n`,
      )
      symlinkSync(join(outside, 'out.yaml'), join(workspace, 'casebook', 'out.yaml'))
      symlinkSync(join(outside, 'out.hbs'), join(workspace, 'templates', 'out.hbs'))
      symlinkSync(join(outside, 'out.brief.yaml'), join(workspace, 'briefs', 'out.brief.yaml'))
      symlinkSync(join(outside, 'out.pdf'), join(workspace, 'exports', 'out.pdf'))
      symlinkSync(outside, join(workspace, 'assets', 'out'))
    },
  },
})

test('no call of the page reaches a file outside the workspace and the program', async ({ briefwright }) => {
  const { app, window, workspace } = briefwright
  // Nothing is asked for: a call that comes as far as a dialog was not refused.
  await app.evaluate(({ dialog, shell }) => {
    const reached: string[] = []
    Object.assign(globalThis, { reached })
    const note = (name: string) => async () => {
      reached.push(name)
      return { canceled: true, filePaths: [], filePath: '' }
    }
    Object.assign(dialog, { showSaveDialog: note('save'), showOpenDialog: note('open') })
    shell.openPath = async (path) => String(reached.push(path))
    shell.showItemInFolder = (path) => void reached.push(path)
  })
  const outside = join(workspace, '..', 'outside')
  const hostile = [
    ...[
      '/etc/passwd',
      '/proc/self/environ',
      '/proc/self/root/etc/passwd',
      '/dev/zero',
      '~/.ssh/id_rsa',
      '.',
      '..',
    ],
    ...['//server/share/out.pdf', '\\\\server\\share\\out.pdf', 'file:///etc/passwd', 'C:\\Windows\\win.ini'],
    ...['../outside/out.yaml', 'casebook/../../outside/out.yaml', 'briefs/../../outside/out.brief.yaml'],
    ...['casebook/deals.yaml\0.txt', '\0', 'briefs/a\0.brief.yaml', 'templates/../package.json'],
    ...['casebook/out.yaml', 'templates/out.hbs', 'briefs/out.brief.yaml', 'exports/out.pdf'],
    ...['assets/out/out.yaml', 'assets/out/out.brief.yaml', 'assets/out/out.pdf'],
    ...['out.yaml', 'out.brief.yaml', 'out.pdf'].map((name) => join(outside, name)),
    ...['exports/out.pdf', 'assets/out/out.pdf', 'exports/../../outside/out.pdf'].map(
      (path) => `${workspace}/${path}`,
    ),
  ]
  const asked = Object.entries(calls).flatMap(([name, inputOf]) =>
    inputOf ? hostile.map((path) => ({ name, path, input: inputOf(path as never) })) : [],
  )
  const answers = await window.evaluate(async (asked) => {
    const bridge = self.briefwright as unknown as Record<string, (...input: unknown[]) => Promise<unknown>>
    const given: { name: string; path: string; isOk: boolean; text: string }[] = []
    for (const { name, path, input } of asked) {
      const answer = await bridge[name]?.(...input).catch((error: Error) => ({
        ok: false,
        error: error.message,
      }))
      given.push({ name, path, isOk: (answer as { ok: boolean }).ok, text: JSON.stringify(answer) })
    }
    return given
  }, asked)

  expect(answers).toHaveLength(asked.length)
  // A brief's name becomes a file name of letters and digits in its folder, and the text that a brief brings may come back.
  const made = answers.filter(({ name, isOk }) => isOk && name === 'createBrief')
  for (const { text } of made) expect(text).toMatch(/"file":"briefs\/[\p{L}\p{N}-]+\.brief\.yaml"/u)
  const taken = answers.filter(({ name, isOk }) => isOk && name !== 'createBrief')
  expect(taken.map(({ name, path }) => `${name} ${path}`)).toEqual([])
  expect(answers.filter(({ text }) => text.includes(secret) || text.includes('root:'))).toEqual([])
  expect(await app.evaluate(() => (globalThis as unknown as { reached: string[] }).reached)).toEqual([])

  const source = (file: string) => window.evaluate((file) => self.briefwright.readSource(file), file)
  for (const file of ['casebook/deals.yaml', 'templates/fact-sheet.hbs', 'briefs/issue-brief.brief.yaml'])
    expect(await source(file)).toMatchObject({ ok: true })
})
