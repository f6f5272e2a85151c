import { buildApp } from './build-app.mjs'
import { hasDisplay, startVirtualDisplay } from './display.mjs'
import { findElectron } from './electron-binary.mjs'
import { prepareSystem } from './system-libraries.mjs'

/**
 * The app, built, for programs that drive its window: the environment that they need beside their own, and what is to be
 * called after them. Otherwise why it cannot be driven here, or that it could not be built, which has been said.
 *
 * @returns {Promise<
 *   | { ok: true, environment: NodeJS.ProcessEnv, end: () => void }
 *   | { ok: false, reason: string, isBroken: boolean }
 * >}
 */
export async function drivableApp() {
  const found = await findElectron()
  if (!found.ok) return lacking('no Electron could be found or fetched, see above')
  const { executable, version } = found.electron
  const missing = prepareSystem({ executable, forTests: true })
  if (missing.length > 0) return lacking(`this system lacks ${missing.join(', ')}`)
  if (!buildApp()) return { ok: false, reason: 'the app could not be built', isBroken: true }
  const display = process.platform === 'linux' ? await startVirtualDisplay() : undefined
  if (!display && !hasDisplay()) return lacking('there is no display, and Xvfb did not start')
  return {
    ok: true,
    environment: {
      BRIEFWRIGHT_ELECTRON: executable,
      BRIEFWRIGHT_ELECTRON_VERSION: version,
      ...(display ? { DISPLAY: display.name, WAYLAND_DISPLAY: '' } : {}),
    },
    end: () => display?.stop(),
  }
}

/** @param {string} reason @returns {{ ok: false, reason: string, isBroken: boolean }} */
function lacking(reason) {
  return { ok: false, reason, isBroken: false }
}
