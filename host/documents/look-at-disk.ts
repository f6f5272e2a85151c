import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import type { FileAction } from '../files/index.js'
import type { Disk } from './document.js'
import { diskFault, documentFault } from './document-faults.js'
import { findFile } from './find-file.js'
import { type Snapshot, snapshotOf } from './snapshot.js'

/** Largest file that is edited, in bytes. */
const largest = 16 * 1024 * 1024

/**
 * Reads what the disk holds of `file` now. Only a regular file in UTF-8 is text: a device or a pipe is not waited for.
 * `action` is what was tried, for what is said when it fails.
 */
export function lookAtDisk(root: string, file: string, action: FileAction): Disk {
  const found = findFile(root, file, action)
  if (found.kind === 'gone') return { kind: 'gone', gone: found.gone }
  if (found.kind === 'refused') return { kind: 'unreadable', fault: found.fault }
  let bytes: Uint8Array
  try {
    const opened = openSync(found.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const facts = fstatSync(opened)
      if (facts.isDirectory()) return unreadable(file, action, 'not-a-file', 'it is a folder and not a file')
      if (!facts.isFile()) return unreadable(file, action, 'not-a-file', 'it is a device and not a file')
      if (facts.size > largest) return unreadable(file, action, 'too-big', 'it has more than 16 MB')
      bytes = readFileSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    return { kind: 'unreadable', fault: diskFault(error, file, action) }
  }
  const snapshot = decoded(bytes)
  if (snapshot) return { kind: 'there', snapshot }
  return unreadable(file, action, 'not-utf-8', 'it is not text in UTF-8')
}

/** What tells one state of a file from another without reading it; nothing where there is none. */
export function marksOf(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, mode } = statSync(path, { bigint: true })
    return [dev, ino, size, mtimeNs, ctimeNs, mode].join(' ')
  } catch {
    return undefined
  }
}

/** With its byte order mark, if it has one. */
function decoded(bytes: Uint8Array): Snapshot | undefined {
  try {
    return snapshotOf(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function unreadable(file: string, action: FileAction, code: string, why: string): Disk {
  const hint = 'mend it with the program that made it, or use another file'
  return { kind: 'unreadable', fault: documentFault(code, `cannot ${action} \`${file}\`: ${why}`, hint) }
}
