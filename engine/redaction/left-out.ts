import {
  allRecords,
  type Casebook,
  type CasebookRecord,
  findAnywhere,
  keyOfRecord,
} from '../casebook/index.js'

/** Prose that the casebook has ready, which rests on no sources of its own. */
const prose = ['passages', 'conflicts', 'gaps']

export interface LeftOut {
  /** Keys of all records that a redacted document does without. */
  keys: Set<string>
  /** The internal ones among them. */
  internal: CasebookRecord[]
  /** Prose that goes with them although it is about others as well. */
  shared: CasebookRecord[]
}

/**
 * What a redacted document does without: the internal records, and prose that is about one of them, just as prose
 * about what nobody knew of yet is left out as of an earlier day.
 */
export function findLeftOut(casebook: Casebook): LeftOut {
  const records = allRecords(casebook)
  const internal = records.filter((record) => record.internal)
  const keys = new Set(internal.map(keyOfRecord))
  const shared: CasebookRecord[] = []
  for (const record of records) {
    if (!prose.includes(record.collection) || keys.has(keyOfRecord(record))) continue
    const about = aboutOf(casebook, record)
    if (!about.some((key) => keys.has(key))) continue
    if (!about.every((key) => keys.has(key))) shared.push(record)
    keys.add(keyOfRecord(record))
  }
  return { keys, internal, shared }
}

/** Keys of the records that a record is about. */
export function aboutOf(casebook: Casebook, { fields }: CasebookRecord): string[] {
  const { about } = fields
  if (about?.kind !== 'references') return []
  return about.ids.flatMap((id) => {
    const found = findAnywhere(casebook, id)
    return found ? [keyOfRecord(found)] : []
  })
}
