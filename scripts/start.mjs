/** `npm start`: the app from a clean clone. Where no window can be shown, the default brief instead. */
import { spawnSync } from 'node:child_process'
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
  const { openApp } = await import('./open-app.mjs')
  const app = await openApp(process.argv.slice(2))
  if (!app) return 1
  return new Promise((done) => app.once('exit', (code) => done(code ?? 1)))
}
