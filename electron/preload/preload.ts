/**
 * The bridge to main: one named method for each call and event of the contract, and no way to name a channel from the
 * page.
 */
import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron'
import { answersWithOutcome, type Bridge, type Calls, type Events, eventNames } from '../contract/index.js'

function call<K extends keyof Calls>(name: K) {
  return (...input: Parameters<Calls[K]>): Promise<ReturnType<Calls[K]>> =>
    ipcRenderer.invoke(`call:${name}`, ...input)
}

function subscribe<K extends keyof Events>(name: K) {
  return (listener: (event: Events[K]) => void) => {
    const onEvent = (_event: unknown, value: Events[K]) => listener(value)
    ipcRenderer.on(`event:${name}`, onEvent)
    return () => {
      ipcRenderer.off(`event:${name}`, onEvent)
    }
  }
}

// Before the page's first script. A connection between pages has sockets of its own, and looks for the way by servers
// of the page's choice and by calls to the whole local network. A frame inside the page would still have it, and so
// `offline.ts` holds it back too.
void webFrame.executeJavaScript('delete self.RTCPeerConnection; delete self.webkitRTCPeerConnection')

const calls = Object.fromEntries(
  (Object.keys(answersWithOutcome) as (keyof Calls)[]).map((name) => [name, call(name)]),
) as unknown as Pick<Bridge, keyof Calls>

const events = Object.fromEntries(
  (Object.keys(eventNames) as (keyof Events)[]).map((name) => [
    `on${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    subscribe(name),
  ]),
) as Omit<Bridge, keyof Calls>

contextBridge.exposeInMainWorld('briefwright', {
  ...calls,
  // A file that the page made up itself has no path.
  takeDropped: async (file) => call('takeDropped')(webUtils.getPathForFile(file)),
  ...events,
} satisfies Bridge)
