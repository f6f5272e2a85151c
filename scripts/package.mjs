/** `npm run package`: the unpacked app for this system, in `release/`, or in the folder after `--out`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installDependencies } from './dependencies.mjs'
import { rootFolder } from './root-folder.mjs'

/** Packages that the bundles leave outside; the same as in `electron.vite.config.ts`. */
const notBundled = ['pdfmake', 'piscina']

const outAt = process.argv.indexOf('--out')
const output = resolve(rootFolder, (outAt > 0 && process.argv[outAt + 1]) || 'release')

installDependencies()
process.exitCode = await packageApp()

async function packageApp() {
  const { findElectron } = await import('./electron-binary.mjs')
  const { buildApp } = await import('./build-app.mjs')
  const found = await findElectron()
  if (!found.ok) {
    console.error('no Electron could be found or fetched to package the app with')
    return 1
  }
  if (!buildApp()) return 1
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  try {
    const config = join(folder, 'electron-builder.json')
    writeFileSync(config, JSON.stringify(await configuration(found.electron)))
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/electron-builder/cli.js', '--dir', '--publish', 'never', '--config', config],
      { cwd: rootFolder, encoding: 'utf8' },
    )
    // It says much that only matters when it fails.
    if (status !== 0) console.error(stdout + stderr)
    else console.log(`the app is in ${output}, on Electron ${found.electron.version}`)
    return status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {import('./electron-binary.mjs').ElectronBinary} electron */
async function configuration(electron) {
  const { parse } = await import('yaml')
  const { packagesNeededBy, readLockFile } = await import('./lock-file.mjs')
  const base = parse(readFileSync(join(rootFolder, 'electron-builder.yml'), 'utf8'))
  const outside = packagesNeededBy(readLockFile(), notBundled).map(({ path }) => `${path}/**`)
  return {
    ...base,
    files: [...base.files, ...outside],
    directories: { ...base.directories, output },
    electronDist: electron.folder,
    electronVersion: electron.version,
  }
}
