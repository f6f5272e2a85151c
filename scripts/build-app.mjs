import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isFresh } from './freshness.mjs'
import { rootFolder } from './root-folder.mjs'

const sources = [
  'engine',
  'host',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** Builds main, preload and window into `dist/` unless they are newer than their sources. Returns whether it could. */
export function buildApp() {
  if (
    ['dist/main/main.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'].every((output) =>
      isFresh(output, sources),
    )
  )
    return true
  if (!existsSync(join(rootFolder, 'electron/main/main.ts'))) {
    console.error('there is no electron/main/main.ts to build')
    return false
  }
  console.error('building the app')
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'error'],
    { cwd: rootFolder, stdio: ['ignore', 2, 2] },
  )
  return status === 0
}
