import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'

/** The app as one test sees it: its own workspace, its own memory of earlier starts. */
export interface Briefwright {
  app: ElectronApplication
  window: Page
  workspace: string
  /** Ends this start, as `end` does, and begins another one on the same folders. */
  restart(end?: (app: ElectronApplication) => Promise<unknown>): Promise<void>
  /** What the next save dialog answers. */
  answerSaveDialog(path: string): Promise<void>
  /** What every dialog that opens a file or folder answers. */
  answerOpenDialog(path: string): Promise<void>
  /** What every message box answers, by the number of its button. Gives the details they showed. */
  answerMessages(button: number): Promise<() => Promise<string[]>>
}

interface Options {
  /** Makes the workspace before the app starts; left out, the app makes it. In an object, for Playwright calls functions. */
  prepared: { fill(workspace: string): void } | undefined
  /** Instead of the Electron that `npm test` found: a program that starts it. */
  executable: string | undefined
}

/** Compiled by `npm test` before it comes here. */
export const repository = join(import.meta.dirname, '..', '..')

export const test = base.extend<Options & { briefwright: Briefwright }>({
  prepared: [undefined, { option: true }],
  executable: [undefined, { option: true }],
  briefwright: async ({ prepared, executable }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'briefwright-e2e-'))
    const workspace = join(folder, 'workspace')
    prepared?.fill(workspace)
    const started = await start(executable ?? electronExecutable(), folder, workspace)
    const briefwright: Briefwright = {
      ...started,
      workspace,
      async restart(end = stop) {
        await end(briefwright.app)
        Object.assign(briefwright, await start(executable ?? electronExecutable(), folder, workspace))
      },
      async answerSaveDialog(path) {
        await briefwright.app.evaluate(({ dialog }, filePath) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath })
        }, path)
      },
      async answerOpenDialog(path) {
        await briefwright.app.evaluate(({ dialog }, filePath) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
        }, path)
      },
      async answerMessages(button) {
        await briefwright.app.evaluate(({ dialog }, response) => {
          const shown: string[] = []
          Object.assign(globalThis, { shown })
          dialog.showMessageBox = (async (...args: unknown[]) => {
            shown.push((args.at(-1) as { detail?: string }).detail ?? '')
            return { response, checkboxChecked: false }
          }) as typeof dialog.showMessageBox
        }, button)
        return () => briefwright.app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
      },
    }
    await use(briefwright)
    await stop(briefwright.app)
    rmSync(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'

/** The Electron that `npm test` found. */
export function electronExecutable(): string {
  const executable = process.env['BRIEFWRIGHT_ELECTRON']
  if (!executable)
    throw new Error('BRIEFWRIGHT_ELECTRON names no Electron; start these tests with `npm test`')
  return executable
}

async function start(
  executablePath: string,
  folder: string,
  workspace: string,
): Promise<{ app: ElectronApplication; window: Page }> {
  const app = await _electron.launch({
    executablePath,
    args: [
      '--no-sandbox',
      `--user-data-dir=${join(folder, 'memory')}`,
      `--workspace=${workspace}`,
      repository,
    ],
    // The theme is the app's own choice and not the test's.
    colorScheme: null,
    env: { ...(process.env as Record<string, string>), LANG: 'en_GB.UTF-8', TZ: 'UTC' },
  })
  askTwice(app)
  return { app, window: await app.firstWindow() }
}

/**
 * The inspector of a slow main process now and then drops the answer that the driver waits for, with the memory that it
 * clears. What these tests ask of main may be asked for twice.
 */
function askTwice(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...asked: unknown[]) => Promise<unknown>
  const ask = (...asked: unknown[]) =>
    evaluate(...asked).catch((error: unknown) => {
      if (!String(error).includes('promise was garbage collected')) throw error
      return evaluate(...asked)
    })
  app.evaluate = ask as typeof app.evaluate
}

/** Without the question about unsaved work: a test that asks for it answers it first. */
async function stop(app: ElectronApplication): Promise<void> {
  const ended = app.waitForEvent('close', { timeout: 5000 }).catch(() => undefined)
  const isRunning = await app
    .evaluate(({ app }) => app.exit(0))
    .then(
      () => true,
      () => false,
    )
  if (isRunning) await ended
}

/** Starts the app a second time on the same workspace, with a memory of its own. */
export async function startBeside(
  { workspace }: Briefwright,
  memory: string,
): Promise<{ app: ElectronApplication; window: Page; end(): Promise<void> }> {
  const started = await start(electronExecutable(), join(workspace, '..', memory), workspace)
  return { ...started, end: () => stop(started.app) }
}

/** Waits until the app has ended by itself after `end`. */
export async function ended(app: ElectronApplication, end: () => unknown): Promise<void> {
  const process = app.process()
  const exited = new Promise((done) => process.once('exit', done))
  await end()
  await exited
}

/** Makes a brief from the gallery and waits for its editor. */
export async function newBrief(window: Page, template: string, name: string): Promise<void> {
  await window.getByRole('button', { name: 'New brief' }).first().click()
  const dialog = window.getByRole('dialog', { name: 'New brief' })
  await dialog.getByRole('option', { name: template }).click()
  await dialog.getByRole('textbox', { name: 'Name of the brief' }).fill(name)
  await dialog.getByRole('button', { name: 'Create brief' }).click()
  await window.getByRole('button', { name: 'Export PDF' }).waitFor()
}

/** Exports as a hurried officer does: the dialog, and Enter. */
export async function exportPdf(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Export PDF' }).click()
  const dialog = window.getByRole('dialog', { name: 'Export PDF' })
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeFocused()
  await window.keyboard.press('Enter')
}

/** Chooses by typing, as an officer does who knows half of a name. */
export async function pick(window: Page, label: string, typed: string, option: RegExp): Promise<void> {
  const field = window.getByRole('combobox', { name: label })
  await field.click()
  await field.pressSequentially(typed)
  await window.getByRole('option', { name: option }).click()
}

/** Writes into a section of the narrative, after what stands there. */
export async function write(window: Page, section: string, text: string): Promise<void> {
  await window.getByRole('tab', { name: 'Text' }).click()
  const editor = window.getByRole('textbox', { name: section })
  await editor.click()
  await editor.press('Control+End')
  await editor.pressSequentially(text)
}

export async function choose(window: Page, label: string, option: string): Promise<void> {
  await window.getByRole('button', { name: new RegExp(`${label}$`) }).click()
  await window.getByRole('option', { name: option, exact: true }).click()
}

/** Chooses in the menu bar, by the item's words. Keys that a driver presses do not reach it. */
export async function chooseInMenu(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? [])
    items?.find((item) => item.label === label)?.click()
  }, label)
}

/** The pages as they lie on the desk, with the text that a reader can select. */
export function pages(window: Page): Locator {
  return window.getByRole('region', { name: /^Page \d+ of \d+$/ })
}

/** What another program reads in a PDF. */
export function readPdf(path: string): string {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
}

/** The command line, for what both shells must do alike. Gives what it printed. */
export function briefwrightCommand(...given: string[]): string {
  return execFileSync(process.execPath, [join(repository, 'scripts', 'briefwright.mjs'), ...given], {
    encoding: 'utf8',
  })
}

/** A workspace that is there before the first start. */
export function makeWorkspace(folder: string): void {
  mkdirSync(join(folder, '..'), { recursive: true })
  briefwrightCommand('new', 'workspace', folder)
}
