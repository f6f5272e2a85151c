import { createWriteStream } from 'node:fs'
import { chmod, mkdir, symlink } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'

/**
 * Unpacks a zip with its links and modes.
 *
 * `place` gives the path inside `folder` for an entry's name, or `undefined` to leave it out.
 * Rejects for an entry that would land outside `folder`.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} [place]
 */
export async function unzip(archive, folder, place = (name) => name) {
  const zip = await open(archive)
  try {
    for await (const entry of entriesOf(zip)) {
      const path = place(entry.fileName)
      if (path === undefined) continue
      await unpackEntry(zip, entry, insideOf(folder, path))
    }
  } finally {
    zip.close()
  }
}

/** @param {string} archive @returns {Promise<yauzl.ZipFile>} */
function open(archive) {
  return new Promise((done, failed) => {
    yauzl.open(archive, { lazyEntries: true, autoClose: false }, (error, zip) =>
      zip ? done(zip) : failed(error),
    )
  })
}

/** @param {yauzl.ZipFile} zip @returns {AsyncGenerator<yauzl.Entry>} */
async function* entriesOf(zip) {
  for (;;) {
    const entry = await new Promise((done, failed) => {
      zip.once('entry', done)
      zip.once('end', () => done(undefined))
      zip.once('error', failed)
      zip.readEntry()
    })
    zip.removeAllListeners()
    if (!entry) return
    yield entry
  }
}

/** @param {string} folder @param {string} path */
function insideOf(folder, path) {
  const target = resolve(join(folder, path))
  if (target !== resolve(folder) && !target.startsWith(resolve(folder) + sep)) {
    throw new Error(`the archive wants to write outside its folder: ${path}`)
  }
  return target
}

const fileTypeMask = 0o170000
const symbolicLink = 0o120000

/** @param {yauzl.ZipFile} zip @param {yauzl.Entry} entry @param {string} target */
async function unpackEntry(zip, entry, target) {
  if (entry.fileName.endsWith('/')) {
    await mkdir(target, { recursive: true })
    return
  }
  await mkdir(dirname(target), { recursive: true })
  // The upper half of the attributes is the Unix mode.
  const mode = entry.externalFileAttributes >>> 16
  const stream = await openEntry(zip, entry)
  if ((mode & fileTypeMask) === symbolicLink) {
    await symlink(await text(stream), target)
    return
  }
  await pipeline(stream, createWriteStream(target))
  if (mode & 0o777) await chmod(target, mode & 0o777)
}

/** @param {yauzl.ZipFile} zip @param {yauzl.Entry} entry @returns {Promise<import('node:stream').Readable>} */
function openEntry(zip, entry) {
  return new Promise((done, failed) => {
    zip.openReadStream(entry, (error, stream) => (stream ? done(stream) : failed(error)))
  })
}
