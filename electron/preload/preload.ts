/** The bridge to main: one named method per call, and no way to name a channel from the page. */
import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron'
import type { Bridge, Calls, Events } from '../contract/index.js'

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

contextBridge.exposeInMainWorld('briefwright', {
  readSettings: call('readSettings'),
  changeSettings: call('changeSettings'),
  readWorkspace: call('readWorkspace'),
  chooseWorkspace: call('chooseWorkspace'),
  readSource: call('readSource'),
  createBrief: call('createBrief'),
  openBrief: call('openBrief'),
  chooseBrief: call('chooseBrief'),
  saveBrief: call('saveBrief'),
  renderBrief: call('renderBrief'),
  exportPdf: call('exportPdf'),
  exportCopies: call('exportCopies'),
  stopCopies: call('stopCopies'),
  listExports: call('listExports'),
  openExport: call('openExport'),
  showExport: call('showExport'),
  choosePdf: call('choosePdf'),
  takeExport: call('takeExport'),
  // A file that the page made up itself has no path.
  takeDropped: async (file) => call('takeDropped')(webUtils.getPathForFile(file)),
  inspectPdf: call('inspectPdf'),
  verifyPdf: call('verifyPdf'),
  restorePdf: call('restorePdf'),
  choosePack: call('choosePack'),
  planPack: call('planPack'),
  importPack: call('importPack'),
  exportPack: call('exportPack'),
  showPack: call('showPack'),
  openLink: call('openLink'),
  noteUnsaved: call('noteUnsaved'),
  closeWindow: call('closeWindow'),
  onMenuChosen: subscribe('menuChosen'),
  onSettingsChanged: subscribe('settingsChanged'),
  onBriefChosen: subscribe('briefChosen'),
  onCopyStarted: subscribe('copyStarted'),
  onWorkspaceChanged: subscribe('workspaceChanged'),
} satisfies Bridge)
