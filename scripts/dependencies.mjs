import { spawnSync } from 'node:child_process'
import { lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from './root-folder.mjs'

/**
 * Installs in `folder` what its lock file says unless it is installed already. Ends the process with a plain message
 * when npm cannot, or when `node_modules` is a link: npm would empty the folder of another checkout that it leads to.
 */
export function installDependencies(folder = rootFolder) {
  if (areDependenciesCurrent(folder)) return
  const installed = join(folder, 'node_modules')
  if (lstatSync(installed, { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      `${installed} is a link to a folder that does not hold what the lock file says, and is left alone;`,
    )
    console.error('run `npm ci` where it leads to, or remove the link')
    process.exit(1)
  }
  console.error('installing dependencies (npm ci)')
  // Warnings would only be of packages that want a newer Node for what we do not use of them.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', ['ci', ...options], {
    cwd: folder,
    // What npm says on its own output is no result of the command that asked for it.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error('could not install the dependencies; npm says why above')
  process.exit(1)
}

/**
 * Whether every package of the lock file is installed in its version. npm keeps a lock file of what it installed
 * inside `node_modules`; optional packages for other systems are not in it.
 *
 * @param {string} folder
 */
export function areDependenciesCurrent(folder) {
  const lockPath = join(folder, 'package-lock.json')
  const installedPath = join(folder, 'node_modules', '.package-lock.json')
  try {
    // Enough for the usual case, and it saves reading both.
    if (statSync(installedPath).mtimeMs >= statSync(lockPath).mtimeMs) return true
    const wanted = readPackages(lockPath)
    const installed = readPackages(installedPath)
    return Object.entries(wanted).every(
      ([path, about]) =>
        path === '' || about.optional || about.peer || installed[path]?.version === about.version,
    )
  } catch {
    return false
  }
}

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}
