import { app, type Session } from 'electron'
import { appScheme, isOwnAddress } from './app-address.js'
import { holdBackWebRtc, stayOffline } from './offline.js'

/**
 * Closes every way out of the window: permissions, navigation, new windows, downloads and the network.
 *
 * Requests are refused before they leave, so the app stays offline even where a machine is not.
 */
export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isLocal(request.url) }))
  stayOffline(session)
  app.on('web-contents-created', (_event, contents) => {
    holdBackWebRtc(contents)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** `devtools:` is how Electron shows its own inspector; `data:` and `blob:` never leave the page. */
function isLocal(address: string): boolean {
  return [`${appScheme}:`, 'devtools:', 'data:', 'blob:'].some((scheme) => address.startsWith(scheme))
}
