import { type Casebook, type CasebookRecord, type Claim, collectionNames } from './types.js'

/** Of all collections, in the order of the files. */
export function allRecords(casebook: Casebook): CasebookRecord[] {
  return collectionNames.flatMap((name) => casebook.collections[name])
}

/** `deals/spa`. Ids hold no `/`. */
export function keyOfRecord({ collection, id }: Pick<CasebookRecord, 'collection' | 'id'>): string {
  return `${collection}/${id}`
}

/** What a record claims, field by field. */
export function claimsIn({ fields }: CasebookRecord): Claim[] {
  return Object.values(fields).flatMap((field) => {
    if (field.kind === 'claim') return [field.claim]
    return field.kind === 'claims' ? field.claims : []
  })
}
