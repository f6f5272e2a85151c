import type { Diagnostic, Place } from '../base/index.js'
import type { Trace } from './traces.js'

/** `redaction/named`: something that a redacted document is made of names an internal record. */
export function namedInternal({ words, record }: Trace, where: string, at: Place): Diagnostic {
  const shown = words.replace(/\s+/g, ' ')
  return {
    severity: 'error',
    code: 'redaction/named',
    message: `${where} has \`${shown}\`, which names the internal record \`${record}\``,
    hints: [
      'write it without that name',
      'or mark this as internal too, if it is a record',
      'or take `internal: true` away from the other',
    ],
    at,
  }
}
