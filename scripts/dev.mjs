/** `npm run dev`: the app, built and opened anew whenever a source file is saved. */
import { watch } from 'node:fs'
import { join } from 'node:path'
import { installDependencies } from './dependencies.mjs'
import { hasDisplay } from './display.mjs'
import { rootFolder } from './root-folder.mjs'

const watched = ['engine', 'host', 'electron', 'renderer', 'templates', 'assets']
/** Editors save a file in several steps, and a change of branch touches many: milliseconds until all is still. */
const settled = 300

installDependencies()
if (hasDisplay()) await keepOpen()
else {
  console.error('there is no display to show a window on')
  process.exitCode = 1
}

async function keepOpen() {
  const { openApp } = await import('./open-app.mjs')
  const options = process.argv.slice(2)
  let app = await openApp(options)
  let isReopening = false
  app?.once('exit', leave)
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  for (const folder of watched) {
    watch(join(rootFolder, folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => void reopen(), settled)
    })
  }

  async function reopen() {
    if (isReopening) return
    isReopening = true
    app?.off('exit', leave)
    app?.kill()
    app = await openApp(options)
    app?.once('exit', leave)
    isReopening = false
  }
}

function leave() {
  process.exit()
}
