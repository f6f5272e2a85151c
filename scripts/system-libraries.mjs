import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { rootFolder } from './root-folder.mjs'

/** Programs of the tests: a display of their own, and readers of PDFs that are not ours. */
const programs = { Xvfb: 'xvfb', pdftotext: 'poppler-utils', qpdf: 'qpdf' }

/**
 * Sees to it that this system has what Electron and the tests need. On Debian as root it installs what is missing,
 * elsewhere it prints the one command to run. Returns what is missing afterwards.
 *
 * @param {{ executable?: string, forTests: boolean }} needs `executable` is Electron's, whose libraries are looked up
 * @returns {string[]}
 */
export function prepareSystem(needs) {
  if (process.platform !== 'linux') return []
  const missing = missingParts(needs)
  if (missing.length === 0) return []
  if (!isDebian() || process.getuid?.() !== 0) {
    console.error(`this system lacks ${missing.join(', ')}; to install them, run: ${installCommand()}`)
    return missing
  }
  console.error(`installing system packages for ${missing.join(', ')}`)
  install(missing)
  return missingParts(needs)
}

/** @param {{ executable?: string, forTests: boolean }} needs */
function missingParts({ executable, forTests }) {
  return [
    ...(executable ? missingLibraries(executable) : []),
    ...(forTests ? Object.keys(programs).filter((name) => !isOnPath(name)) : []),
  ]
}

/** @param {string} executable */
function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
}

/** @param {string} name */
function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  )
}

/** Playwright knows by which names each Debian and Ubuntu calls Chromium's libraries, which are Electron's. */
function installCommand() {
  const packages = Object.values(programs).join(' ')
  return isDebian()
    ? `sudo sh -c 'npx playwright install-deps chromium && apt-get install -y libgtk-3-0 ${packages}'`
    : `npx playwright install-deps chromium, and install ${packages}`
}

/** @param {string[]} missing */
function install(missing) {
  const isLibraryMissing = missing.some((name) => name.includes('.so'))
  const quiet = /** @type {import('node:child_process').SpawnSyncOptions} */ ({
    cwd: rootFolder,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 2],
  })
  if (isLibraryMissing) spawnSync('npx', ['playwright', 'install-deps', 'chromium'], quiet)
  else spawnSync('apt-get', ['update', '-qq'], quiet)
  const gtk = isLibraryMissing ? ['libgtk-3-0'] : []
  spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...gtk, ...Object.values(programs)],
    quiet,
  )
}
