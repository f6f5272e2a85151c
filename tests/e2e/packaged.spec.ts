import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..')

test.skip(
  process.platform !== 'linux',
  'the folder of an unpacked app is laid out otherwise on other systems',
)

test('the packaged app starts, makes its workspace and shows its window', async () => {
  const packaging = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: root, encoding: 'utf8' })
  expect(packaging.status, packaging.stdout + packaging.stderr).toBe(0)
  const folder = await mkdtemp(join(tmpdir(), 'briefwright-packaged-'))
  const workspace = join(folder, 'workspace')
  const unpacked = (await readdir(join(root, 'release'))).find((name) => name.endsWith('-unpacked'))
  const app = await _electron.launch({
    executablePath: join(root, 'release', unpacked ?? '', 'briefwright'),
    args: ['--no-sandbox', `--user-data-dir=${join(folder, 'settings')}`, `--workspace=${workspace}`],
    // Outside the checkout, so that nothing of it is found by chance.
    cwd: folder,
  })
  try {
    expect(await app.evaluate(({ app: main }) => main.getAppPath())).toMatch(/resources\/app$/)
    const window = await app.firstWindow()
    await expect(window).toHaveTitle(/Briefwright/)
    await expect(window.getByRole('button').first()).toBeVisible()
    await expect.poll(() => readdir(workspace).catch(() => [])).toContain('casebook')
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
})
