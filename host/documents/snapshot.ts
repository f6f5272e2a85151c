import { createHash } from 'node:crypto'
import { withPlainEnds } from './line-ends.js'

/** What a file held at one time. */
export interface Snapshot {
  /** Its text to the byte, with byte order mark and line ends as they are. */
  raw: string
  /** The same as an author reads it: lines end in `\n`. */
  text: string
  /** SHA-256 of its bytes, in hexadecimal. */
  hash: string
}

export function snapshotOf(raw: string): Snapshot {
  return { raw, text: withPlainEnds(raw), hash: hashOf(raw) }
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
