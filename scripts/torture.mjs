/**
 * `npm run torture`: kills whatever writes, at random moments, and looks what is left. `-- --kills 100 --windows 5
 * --seed 1` for fewer kills, or for the same moments again.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildCommandLine } from './build-command-line.mjs'
import { installDependencies } from './dependencies.mjs'
import { rootFolder } from './root-folder.mjs'

installDependencies()
if (!(await buildCommandLine())) process.exit(1)
const { build } = await import('esbuild')
// One folder below the root, from which it finds the root as these scripts do.
const outfile = join(rootFolder, 'dist', 'torture.mjs')
await build({
  entryPoints: [join(rootFolder, 'tests/torture/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
})
const { drivableApp } = await import('./drivable-app.mjs')
const windowsAt = process.argv.indexOf('--windows')
const isWindowWanted = windowsAt < 0 || process.argv[windowsAt + 1] !== '0'
const app = isWindowWanted ? await drivableApp() : undefined
if (app?.ok === false) console.log(app.reason)
const child = spawn(process.execPath, [outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BRIEFWRIGHT_ELECTRON: '', ...(app?.ok ? app.environment : {}) },
})
process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
if (app?.ok) app.end()
