import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, expect, test } from '@playwright/test'
import type { Outcome } from '../../engine/base/index.js'
import type {} from '../../renderer/base/bridge.js'

const root = join(import.meta.dirname, '..', '..')

test.skip(
  process.platform !== 'linux',
  'the folder of an unpacked app is laid out otherwise on other systems',
)

test('the packaged app starts away from the checkout, makes its workspace and shows its window', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefwright-packaged-'))
  try {
    const executable = await packageInto(folder)
    expect(loadRenderWorker(executable)).toBe('')
    const workspace = join(folder, 'workspace')
    const app = await _electron.launch({
      executablePath: executable,
      args: ['--no-sandbox', `--user-data-dir=${join(folder, 'settings')}`, `--workspace=${workspace}`],
      cwd: folder,
    })
    try {
      const window = await app.firstWindow()
      await expect(window).toHaveTitle(/Briefwright/)
      await expect(window.getByRole('button').first()).toBeVisible()
      await expect.poll(() => readdir(workspace).catch(() => [])).toContain('casebook')
      const path = join(workspace, 'exports', 'first.pdf')
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, path)
      expect(await window.evaluate(exportAndVerify, path)).toEqual({
        isIdentical: true,
        recordsCarried: true,
      })
    } finally {
      await app.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

/** What the workers of the packaged app make of its first brief. Runs in the page. */
async function exportAndVerify(path: string) {
  const given = <T>(outcome: Outcome<T>): T => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics))
    return outcome.value
  }
  const { briefwright } = self
  const { file = '', template = '', language = 'en' } = (await briefwright.readWorkspace()).briefs[0] ?? {}
  given(await briefwright.exportPdf({ file, brief: { template, language, parameters: {}, narrative: {} } }))
  const { number } = given(await briefwright.takeExport(path))
  const { recordCount } = given(await briefwright.inspectPdf(number))
  const { isIdentical } = given(await briefwright.verifyPdf(number))
  return { isIdentical, recordsCarried: recordCount > 0 }
}

/** Not into `release/`: there the app would find the packages of the checkout, and one left out would go unnoticed. */
async function packageInto(folder: string): Promise<string> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/package.mjs', '--out', join(folder, 'release')],
    { cwd: root, encoding: 'utf8' },
  )
  expect(status, stdout + stderr).toBe(0)
  const unpacked = (await readdir(join(folder, 'release'))).find((name) => name.endsWith('-unpacked'))
  return join(folder, 'release', unpacked ?? '', 'briefwright')
}

/** What goes wrong when the packaged render worker and all that it imports is loaded; nothing is an empty text. */
function loadRenderWorker(executable: string): string {
  const worker = join(dirname(executable), 'resources', 'app', 'dist', 'main', 'render-worker.js')
  const { status, stderr } = spawnSync(
    executable,
    ['--input-type=module', '--eval', `await import(${JSON.stringify(pathToFileURL(worker).href)})`],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, encoding: 'utf8' },
  )
  return status === 0 ? '' : stderr
}
