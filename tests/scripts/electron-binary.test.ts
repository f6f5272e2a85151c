import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { cacheFolder } from '../../scripts/cache-folder.mjs'
import { findElectron } from '../../scripts/electron-binary.mjs'
import { executableName, releaseAddress } from '../../scripts/electron-official.mjs'
import { freshFolder } from '../host/fresh-folder.js'

it('takes the distribution that ELECTRON_OVERRIDE_DIST_PATH names before all others', async () => {
  const folder = freshFolder()
  const executable = join(folder, executableName())
  await mkdir(join(executable, '..'), { recursive: true })
  await writeFile(executable, '')
  await chmod(executable, 0o755)
  await writeFile(join(folder, 'version'), 'v44.0.0\n')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
  const found = await findElectron()
  vi.unstubAllEnvs()
  expect(found).toEqual({ ok: true, electron: { executable, folder, version: '44.0.0', isForTests: true } })
})

it('asks the mirror that ELECTRON_MIRROR names', () => {
  expect(releaseAddress('45.4.1', 'electron.zip', {})).toBe(
    'https://github.com/electron/electron/releases/download/v45.4.1/electron.zip',
  )
  expect(
    releaseAddress('45.4.1', 'electron.zip', { ELECTRON_MIRROR: 'https://mirror.example/electron' }),
  ).toBe('https://mirror.example/electron/v45.4.1/electron.zip')
})

it('keeps what it fetches outside the checkout', () => {
  expect(cacheFolder({ BRIEFWRIGHT_CACHE: '/kept' })).toBe('/kept')
  expect(cacheFolder({ XDG_CACHE_HOME: '/home/me/caches' })).toBe(join('/home/me/caches', 'briefwright'))
})
