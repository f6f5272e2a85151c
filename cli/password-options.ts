import { type Diagnostic, failure, type Outcome, success } from '../engine/base/index.js'
import type { Protection } from '../engine/pdf/index.js'
import { type Permission, permissions } from '../engine/vocabulary/index.js'
import { makeProtection, readTextFile } from '../host/index.js'
import { givenPath } from './given-path.js'
import type { Finding } from './place-in-brief.js'

export interface PasswordOptions {
  protect?: boolean
  passwordFile?: string
  ownerPasswordFile?: string
  allow?: Permission[]
}

/** Where a password can come from beside a file. Never from an argument: those stay in the shell's history. */
export interface PasswordSources {
  environment: Readonly<Record<string, string | undefined>>
  /** Asks on a terminal without showing what is typed; none where there is no terminal. */
  askSecret?: (question: string) => Promise<string>
}

/** The protection that the options ask for; none where they ask for none. */
export async function readProtection(
  options: PasswordOptions,
  cwd: string,
  { environment, askSecret }: PasswordSources,
): Promise<Outcome<Protection | undefined>> {
  const { protect, passwordFile, ownerPasswordFile, allow } = options
  if (!protect && !passwordFile && !ownerPasswordFile && !allow) return success(undefined)
  const open = passwordFile
    ? readPassword('--password-file', givenPath(cwd, passwordFile))
    : protect
      ? await askedPassword(environment.BRIEFWRIGHT_PASSWORD, askSecret)
      : success(undefined)
  if (!open.ok) return open
  const owner = ownerPasswordFile
    ? readPassword('--owner-password-file', givenPath(cwd, ownerPasswordFile))
    : success(environment.BRIEFWRIGHT_OWNER_PASSWORD || undefined)
  if (!owner.ok) return owner
  const wanted = { openPassword: open.value, ownerPassword: owner.value, allowed: allow ?? [...permissions] }
  return success(makeProtection(wanted))
}

/** The first line of a file. */
function readPassword(option: string, path: string): Outcome<string> {
  const file = readTextFile(path, path, { pipes: true })
  if (!file.ok) return file
  const [line = ''] = file.value.text.split(/\r?\n/)
  return line === '' ? failure(fault('the first line of the file is empty', option)) : success(line)
}

async function askedPassword(
  given: string | undefined,
  askSecret: PasswordSources['askSecret'],
): Promise<Outcome<string>> {
  if (given) return success(given)
  const first = await askSecret?.('Password to open the PDF: ')
  if (!first) return failure(fault('no password is given', '--protect'))
  const second = await askSecret?.('The same again: ')
  return first === second ? success(first) : failure(fault('the two passwords differ', '--protect'))
}

function fault(message: string, option: string): Diagnostic & Finding {
  return {
    severity: 'error',
    code: 'pdf/password',
    message,
    hints: ['put it into a file and give `--password-file FILE`', 'or set BRIEFWRIGHT_PASSWORD'],
    option,
  }
}
