import type { Diagnostic } from '../../engine/base/index.js'

/** What was being done when the system refused. */
export type FileAction = 'read' | 'write' | 'open' | 'save' | 'create' | 'keep'

const tooManyOpen = {
  code: 'too-many-open',
  found: "the system's limit of open files is reached",
  hint: 'close other programs, or raise the limit (`ulimit -n`)',
}

/** The system's own name for a fault, and what it means to someone who did not write this program. */
const faults: Record<string, { code: string; found: string; hint: string }> = {
  ENOENT: { code: 'missing', found: 'there is nothing there', hint: 'check the path for a typing mistake' },
  ENOTDIR: {
    code: 'not-a-folder',
    found: 'part of the path is a file and not a folder',
    hint: 'give the path of a folder',
  },
  EEXIST: {
    code: 'not-a-folder',
    found: 'a file stands where a folder is needed',
    hint: 'give the path of a folder',
  },
  EISDIR: { code: 'not-a-file', found: 'it is a folder and not a file', hint: 'give the path of a file' },
  EACCES: {
    code: 'no-permission',
    found: 'permission denied',
    hint: 'ask for access to it, or use another folder',
  },
  EPERM: {
    code: 'no-permission',
    found: 'permission denied',
    hint: 'ask for access to it, or use another folder',
  },
  EROFS: {
    code: 'read-only',
    found: 'the disk is read-only',
    hint: 'choose a folder on a disk that can be written',
  },
  ENOSPC: { code: 'disk-full', found: 'the disk is full', hint: 'free some space, or choose another disk' },
  EDQUOT: { code: 'disk-full', found: 'the disk quota is used up', hint: 'free some space' },
  ENAMETOOLONG: { code: 'name-too-long', found: 'the name is too long', hint: 'choose a shorter name' },
  ELOOP: { code: 'link-loop', found: 'its links lead in a circle', hint: 'remove the link' },
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  EBUSY: { code: 'busy', found: 'another program is using it', hint: 'close it there and try again' },
}

/**
 * The diagnostic for what the system said of `file`, a path as the author knows it.
 * Rethrows what is no system error, for that is our own bug.
 */
export function fileFault(error: unknown, file: string, action: FileAction): Diagnostic {
  const systemCode = systemCodeOf(error)
  if (systemCode === undefined) throw error
  const known = faults[systemCode]
  return {
    severity: 'error',
    code: `workspace/${known?.code ?? 'disk-fault'}`,
    message: `cannot ${action} \`${file}\`: ${known?.found ?? `the system says ${systemCode}`}`,
    hints: [known?.hint ?? 'check that the disk is connected and try again'],
    at: { file },
  }
}

/**
 * What to say of an error by which the system refuses to open one more file; nothing for another one. It may come where no
 * author's file is at hand, as when a thread is begun or a part of the program is read, and only its words cross threads.
 */
export function openFilesFault(error: unknown): Diagnostic | undefined {
  if (!(error instanceof Error) || !/\b(EMFILE|ENFILE)\b/.test(error.message)) return undefined
  const { code, found, hint } = tooManyOpen
  return { severity: 'error', code: `workspace/${code}`, message: found, hints: [hint] }
}

/** A fault of `file` that is not the system's but ours to state. */
export function workspaceFault(code: string, file: string, message: string, ...hints: string[]): Diagnostic {
  return { severity: 'error', code: `workspace/${code}`, message, hints, at: { file } }
}

/** `ENOENT` and its like, or `undefined` for an error that did not come from the system. */
export function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
