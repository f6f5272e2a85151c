/**
 * `npm run endurance`: 5,000 edits and 200 exports in the real window, and what every process holds meanwhile. Prints the
 * figures and draws them into `docs/images/endurance.svg`. `-- --rounds 20` does 50 edits and 2 exports twenty times,
 * and draws beside its figures in `dist/endurance/`.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installDependencies } from './dependencies.mjs'
import { drivableApp } from './drivable-app.mjs'
import { rootFolder } from './root-folder.mjs'

const whole = 100
const at = process.argv.indexOf('--rounds')
const rounds = at < 0 ? whole : Number(process.argv[at + 1])

installDependencies()
process.exitCode = await runEndurance()

async function runEndurance() {
  const app = await drivableApp()
  if (!app.ok) {
    console.error(app.reason)
    return 1
  }
  const figures = join(rootFolder, 'dist', 'endurance')
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', 'endurance.spec', '--reporter=line'],
    {
      cwd: rootFolder,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...app.environment,
        BRIEFWRIGHT_ENDURANCE_ROUNDS: String(rounds),
        BRIEFWRIGHT_ENDURANCE_FIGURES: figures,
        BRIEFWRIGHT_ENDURANCE_CURVE:
          rounds === whole ? join(rootFolder, 'docs', 'images', 'endurance.svg') : join(figures, 'curve.svg'),
      },
    },
  )
  app.end()
  return status ?? 1
}
