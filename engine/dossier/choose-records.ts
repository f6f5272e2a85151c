import type { Outcome, SourceFile, TextPlace } from '../base/index.js'
import type { Casebook, CasebookRecord } from '../casebook/index.js'
import { allRecords, keyOfRecord } from '../casebook/index.js'
import type { DocumentModel } from '../document/index.js'
import { wholeCollections } from './cut-files.js'
import { cutCasebook, withReferences, withReferring } from './used-records.js'

/**
 * The records that a document needs, so that it comes out the same from them alone; keys of `keyOfRecord`.
 *
 * `used` are those that its template read. They are tried with what they refer to, then with what refers to them
 * too, and last the whole casebook is taken: a template may count what it does not print, and when a source
 * without a date came out is told by all that cites it. `build` makes the document from a casebook.
 */
export function chooseRecords(
  casebook: Casebook,
  sources: SourceFile[],
  used: ReadonlySet<string>,
  model: DocumentModel,
  build: (casebook: Casebook) => Outcome<DocumentModel>,
): Set<string> {
  const whole = wholeCollections(sources, casebook)
  const everything = allRecords(casebook)
  const uncuttable = everything.filter(({ collection }) => whole.includes(collection)).map(keyOfRecord)
  const wanted = asPrinted(model)
  const first = withReferences(casebook, [...used, ...printedRecords(model, everything), ...uncuttable])
  for (const keys of [first, withReferences(casebook, withReferring(casebook, first))]) {
    const again = build(cutCasebook(casebook, keys))
    if (again.ok && asPrinted(again.value) === wanted) return keys
  }
  return new Set(everything.map(keyOfRecord))
}

/** The records on whose lines something printed stands. */
function printedRecords(model: DocumentModel, records: CasebookRecord[]): Set<string> {
  const byFile = new Map<string, CasebookRecord[]>()
  for (const record of records) byFile.set(record.at.file, [...(byFile.get(record.at.file) ?? []), record])
  const found = new Set<string>()
  const look = (place: TextPlace): void => {
    if (!('file' in place)) return
    const record = byFile.get(place.file)?.findLast(({ at }) => at.line <= place.line)
    if (record) found.add(keyOfRecord(record))
  }
  const open: unknown[] = [model]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue
    for (const [name, value] of Object.entries(node)) {
      if (typeof value !== 'object' || value === null) continue
      if (name === 'from') look(value as TextPlace)
      else open.push(value)
    }
  }
  return found
}

/** A document without where its parts come from, which differs between a casebook and a part of it. */
function asPrinted(model: DocumentModel): string {
  return JSON.stringify(model, (name, value) => (name === 'from' ? undefined : value))
}
