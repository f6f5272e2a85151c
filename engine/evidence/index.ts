/**
 * Evidence: what a casebook or a brief claims beyond what its sources say.
 *
 * `checkEvidence` is the one list of it, for `check` and for the window: of a casebook alone, or with what a
 * document printed of it. Codes are `evidence/<rule>`; how severe each is stands in `casebook.yaml`.
 */

import { type Diagnostic, withoutRepeats } from '../base/index.js'
import { asDiagnostic } from '../casebook/index.js'
import type { Casebook } from '../casebook/types.js'
import { findInCasebook } from './in-casebook.js'
import { findInPrint, type PrintedDocument } from './in-print.js'

export type { PrintedDocument } from './in-print.js'
export { type ClaimUse, type FigureSet, notePrintedText, nothingPrinted, type Printed } from './printed.js'

/**
 * Everything that `casebook` lacks in evidence, as of its own last day; or with a `document`, what the document
 * lacks: faults of what it prints, and those that leave no document of this casebook sound. The casebook is then
 * given as known on the document's date.
 */
export function checkEvidence(casebook: Casebook, document?: PrintedDocument): Diagnostic[] {
  const found = document ? findInPrint(casebook, document) : findInCasebook(casebook, casebook.asOf)
  // A loop comes by the same place many times.
  return withoutRepeats(found.flatMap((finding) => asDiagnostic(finding, casebook.evidence)))
}
