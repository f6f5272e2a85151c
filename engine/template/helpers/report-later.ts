import { asDiagnostic } from '../../casebook/index.js'
import { report } from '../writing/index.js'
import type { Call } from './helper.js'

/**
 * Reports that something is asked for by name of which nobody knew on the brief's date. Prose of the casebook may
 * ask: it is written for every date, and says what it says where the record is there.
 */
export function reportLater({ run, at }: Call, message: string): void {
  if ('passage' in at) return
  const hints = ['leave it out', 'or give the brief a later as-of date']
  const finding = { rule: 'as-of-leak', message, hints, at } as const
  for (const one of asDiagnostic(finding, run.casebook.evidence)) report(run, one)
}
