import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { progressLine } from './progress.mjs'

/**
 * @typedef {object} Fingerprint
 * @property {'sha256' | 'sha512'} algorithm
 * @property {'hex' | 'base64'} encoding
 * @property {string} digest
 */

/**
 * Downloads `address` to `file` and checks what came. Rejects with a plain message when the server does not
 * answer within `answerWithin` milliseconds, sends nothing for as long, or what came is not what was expected;
 * then nothing is left behind.
 *
 * @param {string} address
 * @param {string} file
 * @param {Fingerprint} fingerprint
 * @param {{ label: string, answerWithin: number }} options
 */
export async function downloadVerified(address, file, fingerprint, { label, answerWithin }) {
  await mkdir(dirname(file), { recursive: true })
  const partial = `${file}.${process.pid}.part`
  try {
    await download(address, partial, label, answerWithin)
    await verifyArchive(partial, fingerprint)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/**
 * Rejects, and removes `file`, unless its bytes have the fingerprint.
 *
 * @param {string} file
 * @param {Fingerprint} fingerprint
 */
export async function verifyArchive(file, fingerprint) {
  const found = await digestOf(file, fingerprint.algorithm, fingerprint.encoding)
  if (found === fingerprint.digest) return
  await rm(file, { force: true })
  throw new Error(
    `refused and removed: its ${fingerprint.algorithm} is ${found}, expected ${fingerprint.digest}`,
  )
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export async function digestOf(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest(encoding)
}

/**
 * @param {string} address
 * @param {string} file
 * @param {string} label
 * @param {number} patience milliseconds without a sign of life
 */
async function download(address, file, label, patience) {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), patience)
  const progress = progressLine(label)
  try {
    const response = await fetch(address, { signal: silence.signal })
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`)
    const total = Number(response.headers.get('content-length')) || undefined
    let received = 0
    const body = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body))
    body.on('data', (/** @type {Buffer} */ chunk) => {
      received += chunk.length
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), patience)
      progress.show(received, total)
    })
    await pipeline(body, createWriteStream(file))
    progress.end()
  } catch (error) {
    if (silence.signal.aborted) throw new Error(`no answer within ${patience / 1000} s`)
    throw new Error(reasonOf(error))
  } finally {
    clearTimeout(timer)
  }
}

/** `fetch failed` says nothing; its cause does. @param {unknown} error @returns {string} */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
