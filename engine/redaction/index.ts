/**
 * Redacted documents: made as though the casebook's internal records were not in it.
 *
 * `redactWorkspace` takes them out of the casebook's texts and reads these anew, so that nothing made afterwards,
 * page, metadata or dossier, can hold them. Where that would leave a gap or give a name away, it is an error.
 */

import type { SourceFile } from '../base/index.js'
import { type Diagnostic, type Outcome, type Place, placeInText, success } from '../base/index.js'
import type { Brief } from '../brief/types.js'
import {
  allRecords,
  type Casebook,
  type CasebookRecord,
  keyOfRecord,
  parseCasebook,
} from '../casebook/index.js'
import type { Template, TemplateLibrary } from '../template/types.js'
import { checkBriefWords } from './check-brief-words.js'
import { checkRecord, sharedProse } from './check-records.js'
import type { EditedText } from './edit-text.js'
import { namedInternal } from './faults.js'
import { findLeftOut } from './left-out.js'
import { redactFile } from './redact-file.js'
import { traceFinder } from './traces.js'

interface Facts {
  casebook: Casebook
  sources: SourceFile[]
}

export interface RedactedWorkspace extends Facts {
  /** What a brief and its template have of internal records; errors all. */
  checkBrief(brief: Brief, template: Template, library: TemplateLibrary): Diagnostic[]
  /** What the records of `keys`, which a document prints or carries, have of internal ones. */
  checkRecords(keys: ReadonlySet<string>): Diagnostic[]
  /**
   * Prose that is left out though it is about other records too; `used` are the records that the document would
   * have used unredacted.
   */
  checkProse(used: ReadonlySet<string>): Diagnostic[]
  /** Whether any prose would have to be asked for by `checkProse`. */
  hasSharedProse: boolean
  /** Where what stands at a place of the redacted texts stands in those that it was cut from. */
  originOf<P extends Place>(place: P): P
}

/** Fails only where the redacted texts cannot be read as a casebook. */
export function redactWorkspace({ casebook, sources }: Facts): Outcome<RedactedWorkspace> {
  const { keys, internal, shared } = findLeftOut(casebook)
  const edited = new Map(sources.map((file) => [file.path, redactFile(file, casebook, keys)]))
  const files = [...edited].map(([path, { text }]) => ({ path, text }))
  const originOf = <P extends Place>(place: P): P => originIn(edited, place)
  const redacted = parseCasebook(files)
  if (!redacted.ok) return { ok: false, diagnostics: placedBack(redacted.diagnostics, originOf) }
  const find = traceFinder(internal)
  const before = new Map(allRecords(casebook).map((record) => [keyOfRecord(record), record]))
  return success({
    casebook: redacted.value,
    sources: files,
    hasSharedProse: shared.length > 0,
    originOf,
    checkBrief: (brief, template, library) => checkBriefWords(brief, template, library, keys, find),
    checkRecords(used) {
      const kept = [...used].flatMap((key) => before.get(key) ?? [])
      const lacking = kept.flatMap((record) => checkRecord(record, casebook, keys))
      const named = files.flatMap((file) => {
        const text = linesOf(file, redacted.value, used)
        return find(text).map((trace) =>
          namedInternal(
            trace,
            `\`${file.path}\``,
            originOf(placeInText({ file: file.path }, text, trace.at)),
          ),
        )
      })
      return [...lacking, ...named]
    },
    checkProse: (used) =>
      shared
        .filter((record) => used.has(keyOfRecord(record)))
        .map((record) => sharedProse(record, casebook, keys)),
  })
}

/** Diagnostics of redacted texts with the places that an author knows. */
function placedBack(diagnostics: Diagnostic[], originOf: (place: Place) => Place): Diagnostic[] {
  return diagnostics.map((one) => (one.at ? { ...one, at: originOf(one.at) } : one))
}

function originIn<P extends Place>(edited: ReadonlyMap<string, EditedText>, place: P): P {
  const lines = 'file' in place ? edited.get(place.file)?.lines : undefined
  if (!lines || !('file' in place) || place.line === undefined) return place
  const lineOf = (line: number): number => lines[line - 1] ?? line
  return {
    ...place,
    line: lineOf(place.line),
    endLine: place.endLine && lineOf(place.endLine),
  }
}

/** A file's text with the lines of records that are not `used` blank, so that places stay. */
function linesOf({ path, text }: SourceFile, casebook: Casebook, used: ReadonlySet<string>): string {
  const records = allRecords(casebook).filter(({ at }) => at.file === path)
  const starts = new Map<number, CasebookRecord>(records.map((record) => [record.at.line, record]))
  let isUsed = true
  return text
    .split('\n')
    .map((line, index) => {
      const record = starts.get(index + 1)
      if (record) isUsed = used.has(keyOfRecord(record))
      return isUsed ? line : ''
    })
    .join('\n')
}
