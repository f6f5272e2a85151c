import { ipcMain, type WebFrameMain } from 'electron'
import { isOwnAddress } from './app-address.js'
import type { Calls } from './contract.js'
import { inputs } from './inputs.js'

export type Handlers = {
  [K in keyof Calls]: (...input: Parameters<Calls[K]>) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>>
}

/**
 * Makes every call of the contract reachable from our own top frame, and from nowhere else.
 *
 * Input is `unknown` until its schema has read it. A call that fails either check is a bug or an attack, not an
 * author's mistake, so it throws and the window sees a rejected promise.
 */
export function registerCalls(handlers: Handlers): void {
  for (const name of Object.keys(inputs) as (keyof Calls)[]) register(name, handlers[name])
}

function register<K extends keyof Calls>(name: K, handler: Handlers[K]): void {
  ipcMain.handle(`call:${name}`, (event, ...input: unknown[]) => {
    if (!isOwnTopFrame(event.senderFrame)) throw new Error(`${name}: refused`)
    const read = inputs[name].safeParse(input)
    if (!read.success) throw new Error(`${name}: ${read.error.message}`)
    return handler(...(read.data as Parameters<Calls[K]>))
  })
}

function isOwnTopFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}
