/** `npm start`: the app from a clean clone. Where no window can be shown, the default brief instead. */
import { spawn, spawnSync } from 'node:child_process'
import { installDependencies } from './dependencies.mjs'
import { hasDisplay } from './display.mjs'
import { rootFolder } from './root-folder.mjs'

installDependencies()
process.exitCode = hasDisplay() ? await startApp() : writeDefaultBrief()

function writeDefaultBrief() {
  console.log('there is no display to show a window on, so the default brief is written to out/ instead')
  return spawnSync('npm', ['run', '--silent', 'brief'], { cwd: rootFolder, stdio: 'inherit' }).status ?? 1
}

async function startApp() {
  const { findElectron } = await import('./electron-binary.mjs')
  const { prepareSystem } = await import('./system-libraries.mjs')
  const { buildApp } = await import('./build-app.mjs')
  const found = await findElectron()
  if (!found.ok) {
    console.error(
      'no Electron could be found or fetched; set ELECTRON_OVERRIDE_DIST_PATH to the folder of one',
    )
    return 1
  }
  if (prepareSystem({ executable: found.electron.executable, forTests: false }).length > 0) return 1
  if (!buildApp()) return 1
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = spawn(found.electron.executable, [...sandbox, rootFolder, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  return new Promise((done) => app.once('exit', (code) => done(code ?? 1)))
}
