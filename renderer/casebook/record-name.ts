import { keptWith } from '../../engine/base/index.js'
import { allRecords, keyOfRecord } from '../../engine/casebook/index.js'
import type { Casebook, CasebookRecord, CollectionName, FieldValue } from '../../engine/casebook/types.js'
import { formatDate, type Language, textIn } from '../../engine/locale/index.js'

/** Fields that say what a record is, the first one that it has. */
const naming = ['name', 'title', 'topic', 'statement', 'event', 'text', 'paraphrase', 'publisher']

/** What people call a record; its id when nothing better stands in it. */
export function recordName(record: CasebookRecord, language: Language): string {
  for (const field of naming) {
    const value = record.fields[field]
    const text = value && plainText(value, language)
    if (text) return text
  }
  return record.id
}

/** The rest that tells two records apart in a list: parties, date, publisher. */
export function recordDetail(record: CasebookRecord, casebook: Casebook, language: Language): string {
  const { parties, date, publisher, category, kind } = record.fields
  if (parties?.kind === 'references')
    return parties.ids.map((id) => nameOf(casebook, parties.collection, id, language)).join(', ')
  if (date?.kind === 'date') return formatDate(date.date, language)
  if (publisher) return plainText(publisher, language)
  const term = category?.kind === 'term' ? category.term : kind?.kind === 'term' ? kind.term : undefined
  const words = term === undefined ? undefined : casebook.terms[term]
  return words ? textIn(words, language) : (term ?? '')
}

export function nameOf(
  casebook: Casebook,
  collection: CollectionName | 'any',
  id: string,
  language: Language,
): string {
  const record = findIn(casebook, collection, id)
  return record ? recordName(record, language) : id
}

/** The record that a reference means: `id`, or `collection/id`. */
export function findIn(
  casebook: Casebook,
  collection: CollectionName | 'any',
  id: string,
): CasebookRecord | undefined {
  const known = recordsById(casebook)
  return known.get(collection === 'any' ? id : `${collection}/${id}`)
}

/** By `collection/id`, and by `id` alone the first that has it. */
const recordsById = keptWith((casebook: Casebook) => {
  const records = new Map<string, CasebookRecord>()
  for (const record of allRecords(casebook)) {
    records.set(keyOfRecord(record), record)
    if (!records.has(record.id)) records.set(record.id, record)
  }
  return records
})

function plainText(value: FieldValue, language: Language): string {
  if (value.kind === 'text') return textIn(value.text, language)
  if (value.kind === 'claim' && value.claim.value.kind === 'text')
    return textIn(value.claim.value.text, language)
  return ''
}
