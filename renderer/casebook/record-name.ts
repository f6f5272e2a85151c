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

function findIn(
  casebook: Casebook,
  collection: CollectionName | 'any',
  id: string,
): CasebookRecord | undefined {
  const bare = id.slice(id.indexOf('/') + 1)
  const collections =
    collection === 'any' ? Object.values(casebook.collections) : [casebook.collections[collection]]
  return collections.flat().find((record) => record.id === bare)
}

/** Whether every word of `query` begins a word of the record's name, detail or id. Accents do not matter. */
export function matches(query: string, ...texts: string[]): boolean {
  const haystack = ` ${fold(texts.join(' '))}`
  return fold(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => haystack.includes(` ${word}`) || haystack.includes(`-${word}`))
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[–—/’'"«»(),:;]/g, ' ')
}

function plainText(value: FieldValue, language: Language): string {
  if (value.kind === 'text') return textIn(value.text, language)
  if (value.kind === 'claim' && value.claim.value.kind === 'text')
    return textIn(value.claim.value.text, language)
  return ''
}
