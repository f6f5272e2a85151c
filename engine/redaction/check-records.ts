import type { Diagnostic, FilePlace, TextPlace } from '../base/index.js'
import type { Casebook, CasebookRecord } from '../casebook/index.js'
import { claimsIn, keyOfRecord } from '../casebook/index.js'
import { aboutOf } from './left-out.js'

/**
 * What a record that stays lacks once those of `leftOut` are gone, as `casebook` had it before.
 *
 * Errors: `redaction/unsourced` for a claim or statement of which no source stays, `redaction/required` for a
 * field that must name a record and names none. Warning: `redaction/about` where a link was taken away, for what
 * the record says in words stays.
 */
export function checkRecord(
  record: CasebookRecord,
  casebook: Casebook,
  leftOut: ReadonlySet<string>,
): Diagnostic[] {
  const isUnsourced = (sources: string[]): boolean =>
    sources.length > 0 && sources.every((id) => leftOut.has(`sources/${id}`))
  const name = `\`${record.id}\` in \`${record.collection}\``
  const claims = claimsIn(record).filter((claim) =>
    [claim.sources, ...(claim.alternatives ?? []).map(({ sources }) => sources)].some(isUnsourced),
  )
  const about = aboutOf(casebook, record).filter((key) => leftOut.has(key))
  return [
    ...claims.map(({ at }) => unsourced(`a claim of ${name}`, at)),
    ...casebook.schema[record.collection].flatMap((field): Diagnostic[] => {
      const value = record.fields[field.name]
      if (!field.required || !value) return []
      const ids = value.kind === 'references' ? value.ids : value.kind === 'reference' ? [value.id] : []
      const { collection } = field
      if (collection === undefined || collection === 'any' || ids.length === 0) return []
      if (!ids.every((id) => leftOut.has(`${collection}/${id}`))) return []
      if (collection === 'sources') return [unsourced(name, record.at)]
      return [
        {
          severity: 'error',
          code: 'redaction/required',
          message: `\`${field.name}\` of ${name} names internal records only, and has to name one`,
          hints: [`mark \`${record.id}\` as internal too`, `or name another record in \`${field.name}\``],
          at: record.at,
        },
      ]
    }),
    ...(about.length > 0 ? [wasAbout(name, about, record.at)] : []),
  ]
}

/**
 * `redaction/prose`: text that the casebook has ready and that goes although it is about other records too. An error
 * where it is the text of a part of the document, which would be empty; a warning for one of a list.
 */
export function sharedProse(
  record: CasebookRecord,
  casebook: Casebook,
  leftOut: ReadonlySet<string>,
): Diagnostic {
  const internal = aboutOf(casebook, record).filter((key) => leftOut.has(key))
  const isPassage = record.collection === 'passages'
  return {
    severity: isPassage ? 'error' : 'warning',
    code: 'redaction/prose',
    message: `\`${keyOfRecord(record)}\` is left out, for it is about ${listed(internal)} too`,
    hints: [
      ...(isPassage ? ['write this section in the brief, without it'] : []),
      'mark this text as internal too, to do without it',
    ],
    at: record.at,
  }
}

function unsourced(what: string, at: TextPlace): Diagnostic {
  return {
    severity: 'error',
    code: 'redaction/unsourced',
    message: `${what} rests on internal sources only, so a redacted document has none for it`,
    hints: ['add a source that may be named', 'or mark this record as internal too'],
    at,
  }
}

function wasAbout(name: string, about: string[], at: FilePlace): Diagnostic {
  return {
    severity: 'warning',
    code: 'redaction/about',
    message: `${name} is about ${listed(about)}, which is left out, and stays itself`,
    hints: ['mark it as internal too if its words give the other away'],
    at,
  }
}

function listed(keys: string[]): string {
  return keys.map((key) => `\`${key}\``).join(' and ')
}
