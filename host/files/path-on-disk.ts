import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * An absolute path with its names as the disk spells them. "é" is one character or two, by the keyboard that it was typed
 * on and the system that wrote it to the disk; a name that is there only in the other form is taken for the one that is
 * meant. What is not there in any form stays as it was given.
 */
export function pathOnDisk(path: string): string {
  const folder = dirname(path)
  if (folder === path || path.includes('\0') || existsSync(path)) return path
  const found = pathOnDisk(folder)
  return join(found, nameOnDisk(found, basename(path)))
}

/** The name in `folder` that reads the same as `name`, or `name` itself. */
export function nameOnDisk(folder: string, name: string): string {
  const meant = name.normalize('NFC')
  // Of plain letters there is one form.
  if (/^[ -~]*$/.test(meant)) return name
  try {
    return readdirSync(folder).find((one) => one.normalize('NFC') === meant) ?? name
  } catch {
    return name
  }
}
