import { buffer } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import {
  type Diagnostic,
  failure,
  isSafePath,
  type Outcome,
  printablePath,
  success,
} from '../../engine/base/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import { readRegularFile } from '../files/index.js'

const megabyte = 1024 * 1024

/** How much of a pack is read, in bytes and files: far more than templates need, and no strain on a small machine. */
const largestPack = 64 * megabyte
const largestFile = 16 * megabyte
const mostFiles = 1000

/**
 * Reads the files of the pack at `path`, an absolute one: names as they are written in it, and bytes.
 *
 * No size that the zip gives is believed: what comes out of a file is bounded while it is inflated. Nothing is
 * written, and names are not judged here. Fails with `pack/not-a-pack`, `pack/truncated`, `pack/damaged`,
 * `pack/encrypted`, `pack/link`, `pack/too-big`, `pack/too-many-files`, or what the disk says.
 *
 * Read with yauzl, which goes by the central directory alone and shows modes and encryption; fflate would not.
 */
export async function readPackFile(path: string): Promise<Outcome<StoredFile[]>> {
  const bytes = readBytes(path)
  if (!bytes.ok) return bytes
  try {
    return await readEntries(bytes.value, path)
  } catch (error) {
    // What yauzl says of a zip that is not well formed: it has no classes of errors.
    return failure(faultOf(error, bytes.value, path))
  }
}

function readBytes(path: string): Outcome<Buffer> {
  const tooMuch = () => tooBig(path, 'the pack', largestPack)
  const bytes = readRegularFile(path, path, { largest: largestPack, tooBig: tooMuch })
  return bytes.ok
    ? success(Buffer.from(bytes.value.buffer, bytes.value.byteOffset, bytes.value.length))
    : bytes
}

async function readEntries(bytes: Buffer, path: string): Promise<Outcome<StoredFile[]>> {
  // Names stay bytes here: yauzl would otherwise turn a backslash into a slash, and stop at the first bad name.
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false })
  if (zip.entryCount > mostFiles) return failure(tooMany(path))
  const files: StoredFile[] = []
  let packed = 0
  let left = largestPack
  for await (const entry of zip.eachEntry()) {
    const flags = entry.generalPurposeBitFlag
    const name = yauzl.getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, true)
    if (entry.isEncrypted()) return failure(encrypted(path))
    if (!isPlain(entry)) return failure(notAFile(path, name))
    // Zip programs write folders as entries of their own; what is in them comes by itself.
    if (name.endsWith('/') && entry.uncompressedSize === 0 && isSafePath(name.slice(0, -1))) continue
    // Entries that share their bytes would be read over and over.
    packed += entry.compressedSize
    if (packed > bytes.length) return failure(damaged(path))
    const raw = await buffer(await zip.openReadStreamPromise(entry, { decodeFileData: false }))
    const most = Math.min(largestFile, left)
    const inside = inflate(raw, entry, most)
    if (inside === 'too-big') return failure(tooBig(path, `\`${printablePath(name)}\``, most))
    if (inside === 'damaged') return failure(damaged(path))
    left -= inside.length
    files.push({ path: name, bytes: new Uint8Array(inside) })
  }
  return success(files)
}

const stored = 0
const deflated = 8

/** What a file of a zip holds, when it is at most `most` bytes. */
function inflate(raw: Buffer, entry: yauzl.Entry, most: number): Buffer | 'too-big' | 'damaged' {
  const { compressionMethod, uncompressedSize } = entry
  if (compressionMethod !== stored && compressionMethod !== deflated) return 'damaged'
  try {
    const bytes = compressionMethod === stored ? raw : inflateRawSync(raw, { maxOutputLength: most + 1 })
    if (bytes.length > most) return 'too-big'
    return bytes.length === uncompressedSize ? bytes : 'damaged'
  } catch (error) {
    // Node stops at the first byte too many, whatever the zip says of the size.
    return error instanceof RangeError ? 'too-big' : 'damaged'
  }
}

const fileType = 0o170000
const plainTypes = [0, 0o100000, 0o040000]

/** Whether an entry is a file or folder, and no link or device. The upper half of the attributes is the Unix mode. */
function isPlain(entry: yauzl.Entry): boolean {
  return plainTypes.includes((entry.externalFileAttributes >>> 16) & fileType)
}

function faultOf(error: unknown, bytes: Buffer, path: string): Diagnostic {
  const message = error instanceof Error ? error.message : String(error)
  if (/encrypt/i.test(message)) return encrypted(path)
  if (!/end of central directory/i.test(message)) return damaged(path)
  const isZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))
  return isZip
    ? fault('truncated', path, 'stops before its end', 'copy it again from where it came')
    : fault('not-a-pack', path, 'is no pack', 'give a file that ends in `.briefpack`')
}

function tooBig(path: string, what: string, most: number): Diagnostic {
  const least = Math.max(1, Math.floor(most / megabyte))
  return {
    ...fault('too-big', path, '', 'do not use this pack; ask who made it what is in it'),
    message: `${what} holds more than the ${least} MB that are read`,
  }
}

function tooMany(path: string): Diagnostic {
  return fault(
    'too-many-files',
    path,
    `holds more than the ${mostFiles} files that are read`,
    'do not use this pack; ask who made it what is in it',
  )
}

function encrypted(path: string): Diagnostic {
  return fault('encrypted', path, 'is encrypted', 'ask who made it for a pack without a password')
}

function notAFile(path: string, name: string): Diagnostic {
  return fault(
    'link',
    path,
    `holds \`${printablePath(name)}\`, which is a link or a device and not a file`,
    'do not use this pack; ask who made it what the link is for',
  )
}

function damaged(path: string): Diagnostic {
  return fault('damaged', path, 'is damaged', 'copy it again from where it came')
}

function fault(code: string, path: string, found: string, hint: string): Diagnostic {
  return {
    severity: 'error',
    code: `pack/${code}`,
    message: `\`${path}\` ${found}`,
    hints: [hint],
    at: { file: path },
  }
}
