import { type Casebook, type CasebookRecord, type CollectionName, collectionNames } from './types.js'

export function findRecord(
  casebook: Casebook,
  collection: CollectionName,
  id: string,
): CasebookRecord | undefined {
  return casebook.collections[collection].find((record) => record.id === id)
}

/** The record that a reference into any collection means: `id`, or `collection/id` where two records share one. */
export function findAnywhere(casebook: Casebook, reference: string): CasebookRecord | undefined {
  const [first = '', second] = reference.split('/')
  if (second !== undefined) {
    const collection = collectionNames.find((name) => name === first)
    return collection && findRecord(casebook, collection, second)
  }
  for (const collection of collectionNames) {
    const record = findRecord(casebook, collection, first)
    if (record) return record
  }
  return undefined
}
