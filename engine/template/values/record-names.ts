import { type Casebook, type CollectionName, collectionNames } from '../../casebook/types.js'

/** What can be asked of a claim. */
export const claimParts = [
  'value',
  'low',
  'high',
  'unit',
  'bound',
  'measure',
  'asOf',
  'status',
  'note',
  'sources',
  'derived',
  'alternatives',
] as const
export type ClaimPart = (typeof claimParts)[number]

export function isClaimPart(name: string): name is ClaimPart {
  return (claimParts as readonly string[]).includes(name)
}

/** The names that a record of `collection` answers to: its schema, `id`, and the collections that point at it. */
export function namesOfRecord(casebook: Casebook, collection: CollectionName): string[] {
  const own = casebook.schema[collection].map((field) => field.name)
  return [...new Set(['id', ...own, ...referringCollections(casebook, collection)])]
}

/**
 * Whether `name` means the records that point at one of `collection`, and not a field of its own. Such a name needs
 * its owner written out (`deal.risks`): alone, `risks` is the collection, wherever it stands.
 */
export function isBackReference(casebook: Casebook, collection: CollectionName, name: string): boolean {
  return (
    (collectionNames as readonly string[]).includes(name) &&
    !casebook.schema[collection].some((field) => field.name === name)
  )
}

/** Collections with a field that can refer to a record of `collection`: `deals` for `assets`. */
export function referringCollections(casebook: Casebook, collection: CollectionName): CollectionName[] {
  return collectionNames.filter((other) =>
    casebook.schema[other].some(
      (field) =>
        (field.kind === 'reference' || field.kind === 'references') &&
        (field.collection === collection || field.collection === 'any'),
    ),
  )
}
