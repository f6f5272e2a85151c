/**
 * `npm run package`: the unpacked app for this system, in `release/`, or in the folder after `--out`. Without the
 * Electron that `package.json` names it is marked as one for tests only; with `--release` there is none then.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { billOfMaterials } from './bill-of-materials.mjs'
import { installDependencies } from './dependencies.mjs'
import { rootFolder } from './root-folder.mjs'

/** What the package is made of, for programs that look for known faults in it. */
const billName = 'sbom.cdx.json'

/** Packages that the bundles leave outside; the same as in `electron.vite.config.ts`. */
const notBundled = ['pdfmake', 'piscina']

const outAt = process.argv.indexOf('--out')
const output = resolve(rootFolder, (outAt > 0 && process.argv[outAt + 1]) || 'release')

const isRelease = process.argv.includes('--release')

installDependencies()
process.exitCode = await packageApp()

async function packageApp() {
  const { findElectron } = await import('./electron-binary.mjs')
  const { supportedVersion } = await import('./electron-official.mjs')
  const { buildApp } = await import('./build-app.mjs')
  const found = await findElectron()
  if (!found.ok) {
    console.error('no Electron could be found or fetched to package the app with')
    return 1
  }
  const { electron } = found
  if (electron.isForTests && isRelease) {
    console.error(
      `no release is made on Electron ${electron.version}, which is for tests only: it takes Electron ${supportedVersion()}`,
    )
    return 1
  }
  if (!buildApp()) return 1
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  try {
    const config = join(folder, 'electron-builder.json')
    const bill = join(folder, billName)
    writeFileSync(bill, JSON.stringify(billOfMaterials(electron.version), undefined, 2))
    const extraFiles = [{ from: bill, to: billName }]
    writeFileSync(config, JSON.stringify({ ...(await configuration(electron)), extraFiles }))
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/electron-builder/cli.js', '--dir', '--publish', 'never', '--config', config],
      { cwd: rootFolder, encoding: 'utf8' },
    )
    // It says much that only matters when it fails.
    if (status !== 0) console.error(stdout + stderr)
    else
      console.log(
        `the app is in ${output}, on Electron ${electron.version}${electron.isForTests ? ', for tests only' : ''}`,
      )
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
    ...(electron.isForTests ? testsOnly(base) : {}),
  }
}

/**
 * The mark of a package that nobody should be given, where its name, its version and *About* come from. Its settings and
 * recovered texts have a folder of their own, since that is called by the name.
 *
 * @param {{ linux: object }} base
 */
function testsOnly({ linux }) {
  const about = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'))
  const productName = `${about.productName} for tests only`
  return {
    productName,
    extraMetadata: { productName, version: `${about.version}-for-tests-only` },
    linux: { ...linux, executableName: 'briefwright-for-tests-only' },
  }
}
