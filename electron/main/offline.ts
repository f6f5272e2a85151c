import { app, type Session, type WebContents } from 'electron'
import { appAddress } from './app-address.js'

/**
 * What keeps Chromium itself off the network: its services, and ways out that neither the page's policy nor
 * `webRequest` covers. Each of them is enough for what it is about; the rules for host names stand behind all.
 */
const switches: Record<string, string> = {
  // Also numeric addresses: whatever is to be connected to is a host name here, and there is none.
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  // Neither looks for a proxy in the network nor runs the script of one.
  'no-proxy-server': '',
  'disable-quic': '',
  // Crash reports stay here.
  'disable-breakpad': '',
  // Speech is recognised by a server.
  'disable-speech-api': '',
  // Electron is built without the following. They are named for the day on which it takes one in.
  'disable-background-networking': '',
  'disable-client-side-phishing-detection': '',
  'disable-component-update': '',
  'disable-default-apps': '',
  'disable-domain-reliability': '',
  'disable-field-trial-config': '',
  'disable-sync': '',
  'no-pings': '',
  'disable-features': [
    'AutofillServerCommunication',
    'BackgroundFetch',
    'CertificateTransparencyComponentUpdater',
    'DialMediaRouteProvider',
    'MediaRouter',
    'NetworkErrorLogging',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PushMessaging',
    'Translate',
    // Tells the local network of names for this machine, by multicast.
    'WebRtcHideLocalIpsWithMdns',
  ].join(),
}

/** Must run before the app is ready. */
export function switchServicesOff(): void {
  for (const [name, value] of Object.entries(switches)) app.commandLine.appendSwitch(name, value)
}

/** Must run once the app is ready, before a page is loaded in the session. */
export function stayOffline(session: Session): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
  // Without a language there is no dictionary to fetch, and its address leads nowhere. Turning the checker off is not
  // enough: the dictionary of the system's language is fetched all the same, and so both come first.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerDictionaryDownloadURL(`${appAddress}no-dictionaries/`)
  session.setSpellCheckerEnabled(false)
}

/** A connection between pages asks servers of the page's choice for the way, over sockets of its own. */
export function holdBackWebRtc(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
