/**
 * `node bench/search-keys.mjs [records…]`: how long a key waits in the search of the casebook and in the picker of a brief,
 * from the press to the paint of what it changed last; with 3,000 and with 30,000 records unless other numbers are given.
 * Beside it stands what the window's thread worked for a key, which a busy machine makes no longer.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { _electron } from '@playwright/test'
import { build } from 'esbuild'
import { buildApp } from '../scripts/build-app.mjs'
import { startVirtualDisplay } from '../scripts/display.mjs'
import { findElectron } from '../scripts/electron-binary.mjs'
import { rootFolder } from '../scripts/root-folder.mjs'
import { spreadOf } from './spread.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** What is typed: names, figures, several words in any order; most of it finds many records at first. */
const typed = ['orra cob', 'kar 2014', 'source-1', 'e']

const scratch = mkdtempSync(join(tmpdir(), 'briefwright-search-'))
const display = process.env['DISPLAY'] ? undefined : await startVirtualDisplay()
if (display) process.env['DISPLAY'] = display.name
try {
  const electron = await findElectron()
  if (!electron.ok || !buildApp()) throw new Error('there is no app to measure')
  const manyRecords = await largeCasebook()
  const asked = process.argv.slice(2).map(Number)
  for (const records of asked.length > 0 ? asked : [3000, 30_000]) {
    const workspace = join(scratch, String(records))
    execFileSync(process.execPath, [
      ...[join(rootFolder, 'scripts', 'briefwright.mjs'), 'new', 'workspace', workspace],
    ])
    for (const [name, text] of Object.entries(manyRecords(records)))
      appendFileSync(join(workspace, 'casebook', `${name}.yaml`), text)
    await measure(electron.electron.executable, workspace, records)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
  display?.stop()
}

/** @returns {Promise<(number: number) => Record<string, string>>} */
async function largeCasebook() {
  const outfile = join(scratch, 'large-casebook.mjs')
  await build({
    absWorkingDir: rootFolder,
    entryPoints: ['tests/small/large-casebook.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
  })
  return (await import(pathToFileURL(outfile).href)).manyRecords
}

/** @param {string} executablePath @param {string} workspace @param {number} records */
async function measure(executablePath, workspace, records) {
  const begun = performance.now()
  const app = await _electron.launch({
    executablePath,
    args: ['--no-sandbox', `--user-data-dir=${workspace}-memory`, `--workspace=${workspace}`, rootFolder],
    timeout: 300_000,
  })
  try {
    const window = await app.firstWindow({ timeout: 300_000 })
    const briefs = window.getByRole('heading', { name: 'Briefs', exact: true })
    await briefs.waitFor({ timeout: 300_000 })
    console.log(`${records} records: the window is there after ${Math.round(performance.now() - begun)} ms`)
    await window.getByRole('navigation').getByRole('button', { name: 'Casebook' }).click()
    const search = window.getByRole('searchbox')
    await search.fill('ready', { timeout: 60_000 })
    await window.getByText(/^\d+ records?$/).waitFor({ timeout: 120_000 })
    console.log(`  searched after ${Math.round(performance.now() - begun)} ms`)
    await search.fill('')
    await window.waitForTimeout(1000)
    await report(window, 'search')
    await search.fill('')

    await window.getByRole('navigation').getByRole('button', { name: 'Briefs', exact: true }).click()
    await window.getByRole('button', { name: 'New brief' }).first().click()
    const dialog = window.getByRole('dialog', { name: 'New brief' })
    await dialog.getByRole('option', { name: 'Fact sheet' }).click()
    await dialog.getByRole('textbox').fill('Measured')
    await dialog.getByRole('button', { name: 'Create brief' }).click()
    await window.getByRole('combobox', { name: 'Deal' }).click({ timeout: 60_000 })
    await window.getByRole('option').first().waitFor()
    await window.waitForTimeout(3000)
    await report(window, 'picker')
  } finally {
    await app.evaluate(({ app }) => app.exit(0)).catch(() => undefined)
  }
}

/** Types, takes all of it back letter by letter, and says what each key took. @param {Page} window @param {string} what */
async function report(window, what) {
  const session = await window.context().newCDPSession(window)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  /** @type {{ waited: number, worked: number }[]} */
  const keys = []
  const type = async (/** @type {string} */ key) => {
    const before = await worked()
    const waited = await timeKey(window, key)
    keys.push({ waited, worked: (await worked()) - before })
  }
  await window.keyboard.press('ControlOrMeta+a')
  for (const text of typed) {
    for (const letter of text) await type(letter)
    for (const _letter of text) await type('Backspace')
  }
  const rows = await window.getByRole('option').count()
  const waited = inWords(keys.map((key) => key.waited))
  console.log(
    `  ${what.padEnd(8)}${keys.length} keys: ${waited}, of work ${inWords(keys.map((key) => key.worked))}; ${rows} rows in the page`,
  )
}

/** @param {number[]} took milliseconds */
function inWords(took) {
  return `median ${Math.round(spreadOf(took).median)} ms, worst ${Math.round(Math.max(...took))} ms`
}

/** From the press of a key to the paint of the last change that it made in the list. @param {Page} window @param {string} key */
async function timeKey(window, key) {
  const timed = window.evaluate(
    () =>
      new Promise((/** @type {(took: number) => void} */ done) => {
        self.addEventListener(
          'keydown',
          ({ timeStamp }) => {
            let last = timeStamp
            const painted = () =>
              requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel()
                port1.onmessage = () => {
                  last = performance.now()
                }
                port2.postMessage(null)
              })
            painted()
            const observer = new MutationObserver(painted)
            // The page beside the text is another matter: an emptied field is a change of the brief.
            const list = document.querySelector('[role=listbox]')?.parentElement ?? document.body
            observer.observe(list, { subtree: true, childList: true, characterData: true })
            let quiet = performance.now()
            const wait = () => {
              if (last > quiet) quiet = last
              if (performance.now() - quiet < 400) return void setTimeout(wait, 50)
              observer.disconnect()
              done(last - timeStamp)
            }
            setTimeout(wait, 50)
          },
          { once: true, capture: true },
        )
      }),
  )
  await window.evaluate(() => undefined)
  await window.keyboard.press(key)
  return timed
}
