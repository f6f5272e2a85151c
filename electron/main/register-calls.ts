import { ipcMain, type WebFrameMain } from 'electron'
import type { Calls } from '../contract/index.js'
import { answerCall } from './answer-call.js'
import { isOwnAddress } from './app-address.js'
import { type Handlers, inputs } from './calls/index.js'

/**
 * Makes every call of the contract reachable from our own top frame, and from nowhere else.
 *
 * A call from anywhere else is a bug or an attack, so it throws and is told nothing more.
 */
export function registerCalls(handlers: Handlers<Calls>): void {
  for (const name of Object.keys(inputs) as (keyof Calls)[]) register(name, handlers[name])
}

function register<K extends keyof Calls>(name: K, handler: Handlers<Calls>[K]): void {
  ipcMain.handle(`call:${name}`, (event, ...input: unknown[]) => {
    if (!isOwnTopFrame(event.senderFrame)) throw new Error(`${name}: refused`)
    return answerCall(name, input, handler)
  })
}

function isOwnTopFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}
