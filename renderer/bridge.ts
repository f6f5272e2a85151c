import type { Bridge } from '../electron/contract.js'

declare global {
  interface Window {
    readonly briefwright: Bridge
  }
}

/** The main process, as far as the window may ask of it. */
export const bridge: Bridge = window.briefwright
