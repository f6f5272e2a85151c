import { type Casebook, type CasebookRecord, collectionNames } from '../../engine/casebook/types.js'

export function allRecordsOf(casebook: Casebook): CasebookRecord[] {
  return collectionNames.flatMap((name) => casebook.collections[name])
}
