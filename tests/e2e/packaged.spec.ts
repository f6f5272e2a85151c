import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, expect, test } from '@playwright/test'

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
    } finally {
      await app.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

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
