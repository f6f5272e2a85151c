import type { BrowserWindow } from 'electron'
import type { Outcome } from '../../engine/base/index.js'
import type { Events } from '../contract/index.js'
import type { Ask } from './ask.js'
import type { Words } from './words.js'

/** How long, in milliseconds, the window may take to hand in what it holds. */
export const longestWait = 3000

/**
 * How the window closes, and how a workspace is left: without a question, since what is not saved is kept for the next
 * start. Only where it cannot be kept is the author told and asked.
 */
export interface Closing {
  /** The window has handed in what it held. */
  closeWindow(): void
  /** Of the window's own `close`, whoever wants it closed. */
  onClose(event: { preventDefault(): void }): void
  /** Keeps what is not saved; whether the workspace may be left. */
  mayLeave(): Promise<boolean>
}

export function createClosing(around: {
  ask: Ask
  say(): Words
  tell(name: 'closing', event: Events['closing']): void
  currentWindow(): Pick<BrowserWindow, 'destroy'> | undefined
  /** Keeps for the next start what is not saved. */
  keep(): Promise<Outcome<true>>
}): Closing {
  let isClosing = false
  let handedIn = () => {}

  async function close(): Promise<void> {
    if (isClosing) return
    isClosing = true
    await whatIsHandedIn()
    if (await mayLeave()) around.currentWindow()?.destroy()
    isClosing = false
  }

  /** A window that hangs is not waited for: what it handed in before is kept. */
  function whatIsHandedIn(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, longestWait)
      handedIn = () => {
        clearTimeout(timer)
        done()
      }
      around.tell('closing', null)
    })
  }

  async function mayLeave(): Promise<boolean> {
    for (;;) {
      const kept = await around.keep()
      if (kept.ok) return true
      const { notKept, notKeptDetail, tryAgain, leaveAnyway, cancel } = around.say()
      const answer = await around.ask.question({
        type: 'warning',
        message: notKept,
        detail: notKeptDetail(kept.diagnostics.map(({ message }) => message)),
        buttons: [tryAgain, leaveAnyway, cancel],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      })
      if (answer !== 0) return answer === 1
    }
  }

  return {
    closeWindow() {
      if (isClosing) handedIn()
      else void close()
    },
    onClose(event) {
      event.preventDefault()
      void close()
    },
    mayLeave,
  }
}
