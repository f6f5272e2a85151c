import type { Diagnostic } from '../../engine/base/index.js'
import { type FileAction, fileFault } from '../files/index.js'
import type { Gone } from './document.js'

/** What the system said of a whole file: it has no line that would be at fault. */
export function diskFault(error: unknown, file: string, action: FileAction): Diagnostic {
  const { at: _, ...fault } = fileFault(error, file, action)
  return fault
}

/** A fault of the file that is not the system's but ours to state. */
export function documentFault(code: string, message: string, ...hints: string[]): Diagnostic {
  return { severity: 'error', code: `document/${code}`, message, hints }
}

export function takenUpNotice(file: string): Diagnostic {
  return notice('taken-up', `another program wrote \`${file}\`: this is what it holds now`)
}

export function mergedNotice(file: string): Diagnostic {
  return notice('merged', `another program wrote \`${file}\`: its changes and yours are both in the text now`)
}

export function conflictFault(file: string): Diagnostic {
  return documentFault(
    'changed-on-both-sides',
    `cannot save \`${file}\`: another program changed the same lines of it`,
    'look at both sides and choose',
  )
}

export function goneFault(file: string, gone: Gone): Diagnostic {
  const what = {
    file: `\`${file}\` is no longer there`,
    folder: `the folder of \`${file}\` is no longer there`,
    workspace: 'the folder of the workspace is no longer there',
  } satisfies Record<Gone, string>
  return documentFault('gone', `cannot save: ${what[gone]}`, 'put it back', 'save it elsewhere', 'let it go')
}

export function movedOnFault(file: string): Diagnostic {
  return documentFault(
    'moved-on',
    `\`${file}\` has changed since both sides were shown`,
    'look at both sides again',
  )
}

export function notOpenFault(file: string): Diagnostic {
  return documentFault('not-open', `\`${file}\` is not open`, 'open it first')
}

function notice(code: string, message: string): Diagnostic {
  return {
    severity: 'warning',
    code: `document/${code}`,
    message,
    hints: ['undo takes it back'],
  }
}
