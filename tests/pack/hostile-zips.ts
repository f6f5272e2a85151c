import { zipSync } from 'fflate'
import type { StoredFile } from '../../engine/dossier/index.js'

const mtime = new Date(1980, 0, 1)

/** A zip of files that are in order or not; `attributes` is a Unix mode. */
export function zipOf(files: StoredFile[], attributes?: number): Uint8Array {
  const entries = files.map(({ path, bytes }) => {
    const mode = attributes === undefined ? {} : { os: 3, attrs: attributes * 0x10000 }
    return [path, [bytes, mode]] as const
  })
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0], { mtime })
}

const centralHeader = 0x02014b50
const localHeader = 0x04034b50

/** Changes every header of a zip, the one before a file as well as the one in the directory. */
export function withHeaders(
  zip: Uint8Array,
  edit: (view: DataView, fields: { flags: number; method: number; size: number; name: number }) => void,
): Uint8Array {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; at += 1) {
    const signature = view.getUint32(at, true)
    // Where the specification (PKWARE APPNOTE 6.3.10, 4.3.7 and 4.3.12) puts the fields of each.
    if (signature === localHeader) edit(view, { flags: at + 6, method: at + 8, size: at + 22, name: at + 30 })
    if (signature === centralHeader)
      edit(view, { flags: at + 8, method: at + 10, size: at + 24, name: at + 46 })
  }
  return copy
}

/** Gives an entry of a zip another name of the same length, as no program that makes zips would. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error(`${from} and ${to} differ in length`)
  const text = Buffer.from(zip).toString('latin1')
  return new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'))
}
