import type { BrowserWindow } from 'electron'
import type { Ask } from './ask.js'
import type { Words } from './words.js'

/** A window that stops again so soon, in milliseconds, is not opened again without asking. */
const soon = 10_000

/**
 * Opens the page of a window again when it crashes, and when it hangs and its author wants it. The documents are in
 * main, so that they are as they were.
 */
export function surviveFaults(window: BrowserWindow, { ask, say }: { ask: Ask; say(): Words }): void {
  const { webContents } = window
  let lastCrash = Number.NEGATIVE_INFINITY
  let isAsking = false

  async function openAgain(): Promise<void> {
    const isAgain = performance.now() - lastCrash < soon
    lastCrash = performance.now()
    const { crashed, crashedDetail, crashedAgain, reopen, quit, understood } = say()
    if (isAgain) {
      const buttons = [reopen, quit]
      const answer = await ask.question({
        type: 'error',
        message: crashedAgain,
        detail: crashedDetail,
        buttons,
      })
      if (answer !== 0) return window.close()
    }
    webContents.reload()
    if (isAgain) return
    await ask.question({ type: 'warning', message: crashed, detail: crashedDetail, buttons: [understood] })
  }

  async function askWhetherToWait(): Promise<void> {
    if (isAsking) return
    isAsking = true
    const { hangs, hangsDetail, reopen, wait } = say()
    const answer = await ask.question({
      type: 'warning',
      message: hangs,
      detail: hangsDetail,
      buttons: [reopen, wait],
      defaultId: 1,
      cancelId: 1,
    })
    isAsking = false
    // A page that crashes is opened again.
    if (answer === 0) webContents.forcefullyCrashRenderer()
  }

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void openAgain()
  })
  window.on('unresponsive', () => void askWhetherToWait())
}
