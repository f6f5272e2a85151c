/**
 * `npm run endurance`: 5,000 edits and 200 exports in the real window, and what every process holds meanwhile. Prints the
 * figures and draws them into `docs/images/endurance.svg`. `-- --rounds 20` does 50 edits and 2 exports twenty times,
 * and draws beside its figures in `dist/endurance/`.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildApp } from './build-app.mjs'
import { installDependencies } from './dependencies.mjs'
import { hasDisplay, startVirtualDisplay } from './display.mjs'
import { findElectron } from './electron-binary.mjs'
import { rootFolder } from './root-folder.mjs'
import { prepareSystem } from './system-libraries.mjs'

const whole = 100
const at = process.argv.indexOf('--rounds')
const rounds = at < 0 ? whole : Number(process.argv[at + 1])

installDependencies()
process.exitCode = await runEndurance()

async function runEndurance() {
  const found = await findElectron()
  if (!found.ok) return fail('no Electron could be found or fetched')
  const missing = prepareSystem({ executable: found.electron.executable, forTests: true })
  if (missing.length > 0) return fail(`this system lacks ${missing.join(', ')}`)
  if (!buildApp()) return 1
  const display = process.platform === 'linux' ? await startVirtualDisplay() : undefined
  if (!display && !hasDisplay()) return fail('there is no display, and Xvfb did not start')
  const figures = join(rootFolder, 'dist', 'endurance')
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', 'endurance.spec', '--reporter=line'],
    {
      cwd: rootFolder,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(display ? { DISPLAY: display.name, WAYLAND_DISPLAY: '' } : {}),
        BRIEFWRIGHT_ELECTRON: found.electron.executable,
        BRIEFWRIGHT_ELECTRON_VERSION: found.electron.version,
        BRIEFWRIGHT_ENDURANCE_ROUNDS: String(rounds),
        BRIEFWRIGHT_ENDURANCE_FIGURES: figures,
        BRIEFWRIGHT_ENDURANCE_CURVE:
          rounds === whole ? join(rootFolder, 'docs', 'images', 'endurance.svg') : join(figures, 'curve.svg'),
      },
    },
  )
  display?.stop()
  return status ?? 1
}

/** @param {string} reason */
function fail(reason) {
  console.error(reason)
  return 1
}
