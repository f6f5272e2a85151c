import type { SourceFile } from '../base/index.js'
import { type Diagnostic, type Outcome, settle, withoutByteOrderMark } from '../base/index.js'
import { kebab } from '../casebook/index.js'
import { mostCopies, mostOnRecipient } from './limits.js'
import type { Copy } from './types.js'

/**
 * Reads a list of recipients, one a line; empty lines count for nothing. Errors: `copies/none`, `copies/too-many`,
 * `copies/too-long`, and `copies/twice` for a name that stands there already, since two copies could not be told
 * apart by it.
 */
export function readRecipients({ path, text }: SourceFile): Outcome<string[]> {
  const diagnostics: Diagnostic[] = []
  const lines = new Map<string, number>()
  const fault = (code: string, line: number, message: string, hint: string): void => {
    diagnostics.push({
      severity: 'error',
      code: `copies/${code}`,
      message,
      hints: [hint],
      at: { file: path, line, column: 1 },
    })
  }
  withoutByteOrderMark(text)
    .split(/\r\n|\r|\n/)
    .forEach((whole, index) => {
      const name = whole.trim().replace(/\s+/g, ' ').normalize('NFC')
      const line = index + 1
      const earlier = lines.get(name)
      if (name === '') return
      if (earlier !== undefined)
        fault('twice', line, `\`${name}\` is on line ${earlier} already`, 'tell the two apart, by office say')
      else if ([...name].length > mostOnRecipient)
        fault(
          'too-long',
          line,
          `a recipient has ${[...name].length} characters, at most ${mostOnRecipient} fit`,
          'shorten it',
        )
      else lines.set(name, line)
    })
  const names = [...lines.keys()]
  if (names.length === 0 && diagnostics.length === 0)
    fault('none', 1, 'found no recipients, expected one a line', 'write their names, one a line')
  if (names.length > mostCopies)
    fault(
      'too-many',
      1,
      `found ${names.length} recipients, at most ${mostCopies} can be numbered`,
      'divide the list',
    )
  return settle(names, diagnostics)
}

/** The copies of a list, numbered in its order. */
export function numberedCopies(recipients: string[]): Copy[] {
  return recipients.map((recipient, index) => ({ number: index + 1, of: recipients.length, recipient }))
}

/** `orion-copy-03-delphine-dupont.pdf`: letters that every disk and mail takes, in the order of the numbers. */
export function copyFileName(stem: string, { number, of, recipient }: Copy): string {
  const digits = String(number).padStart(Math.max(2, String(of).length), '0')
  const name = kebab(recipient).slice(0, 40).replace(/-$/, '')
  return `${stem}-copy-${digits}${name ? `-${name}` : ''}.pdf`
}
