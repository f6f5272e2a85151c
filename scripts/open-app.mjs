import { spawn } from 'node:child_process'
import { buildApp } from './build-app.mjs'
import { findElectron } from './electron-binary.mjs'
import { rootFolder } from './root-folder.mjs'
import { prepareSystem } from './system-libraries.mjs'

/**
 * The app in its window, built first if it is not up to date; nothing, and why on the error stream, when it cannot be
 * opened.
 *
 * @param {string[]} options handed to the app
 */
export async function openApp(options) {
  const found = await findElectron()
  if (!found.ok) {
    console.error(
      'no Electron could be found or fetched; set ELECTRON_OVERRIDE_DIST_PATH to the folder of one',
    )
    return undefined
  }
  if (prepareSystem({ executable: found.electron.executable, forTests: false }).length > 0) return undefined
  if (!buildApp()) return undefined
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return spawn(found.electron.executable, [...sandbox, rootFolder, ...options], { stdio: 'inherit' })
}
