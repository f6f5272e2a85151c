import type { SourceFile } from '../../engine/base/index.js'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { workspaceFault } from './file-fault.js'
import { type RegularFile, readRegularFile } from './read-regular-file.js'

/** Largest text file that is read, in bytes. A casebook of a hundred times the built-in one stays below. */
const largestFile = 16 * 1024 * 1024

const kept = new Map<string, WeakRef<SourceFile>>()

/** Of a file that nobody holds any more its path goes too. */
const letGo = new FinalizationRegistry((path: string) => {
  if (kept.get(path)?.deref() === undefined) kept.delete(path)
})

/**
 * Reads a UTF-8 text file. `file` is its path as the author knows it, for the result and for diagnostics.
 * A byte order mark is dropped. A file that says what it said before is the same object as before, so that what was
 * worked out of it is not worked out again. Fails with one `workspace/…` diagnostic; see `readRegularFile`.
 */
export function readTextFile(
  absolutePath: string,
  file: string,
  options: Pick<RegularFile, 'pipes'> = {},
): Outcome<SourceFile> {
  const bytes = readRegularFile(absolutePath, file, { ...options, largest: largestFile })
  if (!bytes.ok) return bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)
    const known = kept.get(absolutePath)?.deref()
    if (known?.path === file && known.text === text) return success(known)
    const source = { path: file, text }
    kept.set(absolutePath, new WeakRef(source))
    letGo.register(source, absolutePath)
    return success(source)
  } catch {
    return failure(notUtf8(file, bytes.value))
  }
}

/** Points at the first bytes that are no UTF-8: up to there the text reads the same with and without them. */
function notUtf8(file: string, bytes: Uint8Array) {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const before = lenient.slice(0, Math.max(0, lenient.indexOf('\uFFFD')))
  const line = before.split('\n').length
  const column = before.length - (before.lastIndexOf('\n') + 1) + 1
  const fault = workspaceFault(
    'not-utf-8',
    file,
    `\`${file}\` is not text in UTF-8`,
    'save it again with the encoding UTF-8',
  )
  return { ...fault, at: { file, line, column } }
}
