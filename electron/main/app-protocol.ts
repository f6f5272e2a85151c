import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type Session } from 'electron'
import { appScheme, fileForAddress, type ServedFolders } from './app-address.js'

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the window's own files and nothing else. Everything that is not one of them is "404". */
export function serveApp(session: Session, folders: ServedFolders): void {
  session.protocol.handle(appScheme, async (request) => {
    const file = request.method === 'GET' ? fileForAddress(request.url, folders) : undefined
    const type = file && contentTypes[extname(file)]
    const bytes = file && type ? await readFile(file).catch(() => undefined) : undefined
    if (!file || !type || !bytes) return new Response('not found', { status: 404 })
    if (type !== contentTypes['.html']) return new Response(bytes, { headers: headers(type) })
    const nonce = randomBytes(16).toString('base64')
    return new Response(bytes.toString('utf8').replaceAll('%NONCE%', nonce), {
      headers: { ...headers(type), 'content-security-policy': contentSecurityPolicy(nonce) },
    })
  })
}

/**
 * What the page may load. `nonce` is new for every load; React Aria puts one rule of its own into the page and
 * takes the nonce from the page's `csp-nonce`. Style attributes set through the DOM are not held back by this.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function headers(type: string): Record<string, string> {
  return { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
}
