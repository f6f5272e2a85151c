import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { makeSealedFolder } from './sealed-folder.mjs'
import { unzip } from './unzip.mjs'
import { downloadVerified } from './verified-download.mjs'

const require = createRequire(import.meta.url)

/** The version that `package.json` names. */
export function supportedVersion() {
  return /** @type {string} */ (require('electron/package.json').version)
}

/** Path of the executable inside a distribution. */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Downloads the release from the project's site, or from `ELECTRON_MIRROR`, into `folder`. Its hash comes from the
 * `electron` package, whose own hash is in our lock file. Not by that package's installer: it needs Node 22.
 *
 * @param {string} folder
 */
export async function downloadOfficial(folder) {
  const version = supportedVersion()
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const digest = require('electron/checksums.json')[name]
  if (!digest) throw new Error(`there is no release for ${process.platform}-${process.arch}`)
  const archive = `${folder}.zip`
  await downloadVerified(
    releaseAddress(version, name, process.env),
    archive,
    { algorithm: 'sha256', encoding: 'hex', digest },
    { label: `Electron ${version}:`, answerWithin: 8000 },
  )
  try {
    await makeSealedFolder(folder, (draft) => unzip(archive, draft))
  } finally {
    await rm(archive, { force: true })
  }
}

/**
 * @param {string} version
 * @param {string} name
 * @param {NodeJS.ProcessEnv} environment
 */
export function releaseAddress(version, name, environment) {
  const mirror =
    environment.ELECTRON_MIRROR ??
    environment.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/'
  const folder = environment.ELECTRON_CUSTOM_DIR?.replace('{{ version }}', version) ?? `v${version}`
  return `${mirror.replace(/\/?$/, '/')}${join(folder, name).replaceAll('\\', '/')}`
}
