import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { type Diagnostic, failure, type Outcome, success } from '../../engine/base/index.js'
import { type FileAction, fileFault, systemCodeOf, workspaceFault } from './file-fault.js'

export interface RegularFile {
  /** The most that is read, in bytes. */
  largest: number
  /** What is said of a file that has more; `workspace/too-big` if left out. */
  tooBig?(size: number): Diagnostic
  /** What was being done; `read` if left out. */
  action?: FileAction
  /** Whether a pipe is waited for, because the user gave it on the command line: `<(pass show brief)`. */
  pipes?: boolean
}

/**
 * The bytes of a file that is one: what is opened is asked, and not the name before it, so that nothing can come in
 * between. A pipe is not waited for, and a device that never ends is not begun; links to them are the same.
 *
 * `shown` is the path as the author knows it. Fails with `workspace/not-a-file`, `workspace/too-big`, or what the disk
 * says.
 */
export function readRegularFile(path: string, shown: string, options: RegularFile): Outcome<Uint8Array> {
  const {
    largest,
    action = 'read',
    pipes = false,
    tooBig = (size) => usualTooBig(shown, size, largest),
  } = options
  try {
    // Windows has no such flag, and no pipes among its files.
    const file = openSync(path, constants.O_RDONLY | (pipes ? 0 : (constants.O_NONBLOCK ?? 0)))
    try {
      const facts = fstatSync(file)
      if (facts.isDirectory())
        return failure(fileFault(Object.assign(new Error(), folderError), shown, action))
      if (!facts.isFile() && !(pipes && facts.isFIFO())) return failure(notAFile(shown, action))
      if (facts.size > largest) return failure(tooBig(facts.size))
      const bytes = readUpTo(file, facts.size, largest)
      return bytes ? success(bytes) : failure(tooBig(largest + 1))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    // So the system says of a socket, and of a device that nothing answers to.
    const isDevice = ['ENXIO', 'EAGAIN', 'ENODEV'].includes(systemCodeOf(error) ?? '')
    return failure(isDevice ? notAFile(shown, action) : fileFault(error, shown, action))
  }
}

const folderError = { code: 'EISDIR', syscall: 'read' }

/** Nothing where there is more than `largest`: a file can grow while it is read, and some say that they are empty. */
function readUpTo(file: number, expected: number, largest: number): Uint8Array | undefined {
  let bytes = new Uint8Array(expected + 1)
  let length = 0
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null)
    length += count
    if (count === 0) return bytes.slice(0, length)
    if (length > largest) return undefined
    if (length < bytes.length) continue
    const more = new Uint8Array(Math.min(2 * length + 4096, largest + 1))
    more.set(bytes)
    bytes = more
  }
}

function notAFile(shown: string, action: FileAction): Diagnostic {
  return workspaceFault(
    'not-a-file',
    shown,
    `cannot ${action} \`${shown}\`: it is a device and not a file`,
    'give the path of a file',
  )
}

function usualTooBig(shown: string, size: number, largest: number): Diagnostic {
  return workspaceFault(
    'too-big',
    shown,
    `\`${shown}\` has ${megabytes(size)} MB, at most ${megabytes(largest)} MB are read`,
    'split it, or check that it is the file you meant',
  )
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
