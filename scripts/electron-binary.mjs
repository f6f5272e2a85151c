import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.mjs'
import { developmentElectron, prepareDevelopmentElectron } from './electron-development.mjs'
import { downloadOfficial, executableName, supportedVersion } from './electron-official.mjs'
import { faultOfSealedFolder } from './sealed-folder.mjs'

/**
 * @typedef {object} ElectronBinary
 * @property {string} executable
 * @property {string} folder the distribution it stands in
 * @property {string} version
 * @property {boolean} isForTests the development one, which no release is made of
 */

/**
 * An Electron to run, or why there is none: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, the official
 * release, or the development one. What was fetched before is used again, once its hashes were checked.
 *
 * @returns {Promise<{ ok: true, electron: ElectronBinary } | { ok: false, reasons: string[] }>}
 */
export async function findElectron() {
  /** @type {string[]} */
  const reasons = []
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const electron = electronIn(override, readVersion(override))
    if (electron) return { ok: true, electron }
    reasons.push(`ELECTRON_OVERRIDE_DIST_PATH: no ${executableName()} in ${override}`)
    console.error(reasons[0])
  }
  const ways = [
    {
      name: `official Electron ${supportedVersion()}`,
      folder: join(cacheFolder(), 'electron', `${supportedVersion()}-${process.platform}-${process.arch}`),
      version: supportedVersion(),
      prepare: downloadOfficial,
    },
    {
      name: `development Electron ${developmentElectron.version}`,
      folder: join(cacheFolder(), 'electron', `${developmentElectron.version}-development`),
      version: developmentElectron.version,
      prepare: prepareDevelopmentElectron,
    },
  ]
  // Both caches are looked at first: a machine without a network should not wait for one at every start.
  for (const way of ways) {
    const fault = await faultOfSealedFolder(way.folder)
    if (fault && fault !== 'missing') {
      console.error(`${way.name}: the copy in the cache was removed, ${fault.changed} had changed`)
    }
    const electron = fault ? undefined : electronIn(way.folder, way.version)
    if (electron) return { ok: true, electron }
  }
  for (const way of ways) {
    try {
      await way.prepare(way.folder)
      const electron = electronIn(way.folder, way.version)
      if (electron) return { ok: true, electron }
      throw new Error(`no ${executableName()} in it`)
    } catch (error) {
      const reason = `${way.name}: ${error instanceof Error ? error.message : error}`
      reasons.push(reason)
      console.error(reason)
    }
  }
  return { ok: false, reasons }
}

/** @param {string} folder @param {string} version @returns {ElectronBinary | undefined} */
function electronIn(folder, version) {
  const executable = join(folder, executableName())
  try {
    accessSync(executable, constants.X_OK)
    return { executable, folder, version, isForTests: version !== supportedVersion() }
  } catch {
    return undefined
  }
}

/** A distribution says its version in a file. @param {string} folder */
function readVersion(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return supportedVersion()
  }
}
