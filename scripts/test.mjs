/** `npm test`: every test, with all their set-up. `-- --only unit`, `e2e` or `conformance` runs one kind. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { installDependencies } from './dependencies.mjs'
import { rootFolder } from './root-folder.mjs'
import { addTotals, readPlaywrightTotals, readVitestTotals } from './test-report.mjs'

const at = process.argv.indexOf('--only')
const only = at < 0 ? undefined : process.argv[at + 1]
/** @param {'unit' | 'e2e' | 'conformance'} kind */
const isAsked = (kind) => only === undefined || only === kind
const reports = join(rootFolder, 'dist', 'test-reports')

installDependencies()
await rm(reports, { recursive: true, force: true })
await mkdir(reports, { recursive: true })
const { prepareSystem } = await import('./system-libraries.mjs')
prepareSystem({ forTests: true })

/** @type {import('./test-report.mjs').Totals[]} */
const totals = []
if (isAsked('unit')) totals.push(await runUnitTests())
if (isAsked('e2e')) totals.push(await runAppTests())
if (isAsked('conformance')) totals.push(await judgeGallery())
const { passed, failed, skipped } = addTotals(totals)
if (skipped > 0) console.log(`${skipped} skipped`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function runUnitTests() {
  const report = join(reports, 'unit.json')
  const { buildCommandLine } = await import('./build-command-line.mjs')
  if (existsSync(join(rootFolder, 'cli/main.ts'))) await buildCommandLine()
  await run('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return readVitestTotals(report)
}

async function judgeGallery() {
  const { runConformance } = await import('./judge-gallery.mjs')
  return runConformance()
}

async function runAppTests() {
  const { drivableApp } = await import('./drivable-app.mjs')
  const app = await drivableApp()
  if (!app.ok) return app.isBroken ? { passed: 0, failed: 1, skipped: 0 } : skip(app.reason)
  const report = join(reports, 'e2e.json')
  await run('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...app.environment,
  })
  app.end()
  return readPlaywrightTotals(report)
}

/**
 * On a developer's machine what cannot run is said and left out; in CI nobody would notice, so it fails.
 *
 * @param {string} reason
 */
function skip(reason) {
  console.log(`skipped the tests of the app: ${reason}`)
  return { passed: 0, failed: process.env.CI ? 1 : 0, skipped: 0 }
}

/** @param {string} script @param {string[]} options @param {NodeJS.ProcessEnv} [environment] @returns {Promise<void>} */
function run(script, options, environment = {}) {
  return new Promise((done) => {
    spawn(process.execPath, [script, ...options], {
      cwd: rootFolder,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    }).once('exit', () => done())
  })
}
