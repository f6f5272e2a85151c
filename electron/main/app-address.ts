import { join, normalize, sep } from 'node:path'

export const appScheme = 'briefwright'

/** Where the window's own files are served. */
export const appAddress = `${appScheme}://app/`

/** Whether a page is ours. Asked by parts: Node gives every scheme that it does not know the origin `null`. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === `${appScheme}:` && host === 'app'
}

/** Folders that the window may read from, as absolute paths. */
export interface ServedFolders {
  /** The built window: `/…`. */
  renderer: string
  /** The fonts: `/fonts/…`. */
  fonts: string
}

/**
 * The file that an address of our scheme stands for, or `undefined` when it is not ours to give.
 *
 * An address that decodes to a path outside its folder is refused, in whichever way it is spelt.
 */
export function fileForAddress(address: string, folders: ServedFolders): string | undefined {
  if (!isOwnAddress(address)) return undefined
  const path = decode(new URL(address).pathname)
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined
  if (path === '/') return join(folders.renderer, 'index.html')
  return path.startsWith('/fonts/')
    ? inside(folders.fonts, path.slice('/fonts/'.length))
    : inside(folders.renderer, path.slice(1))
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function inside(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) ? file : undefined
}
