import type { TextPlace } from '../base/index.js'
import type { RecordField } from '../casebook/index.js'
import type { CasebookRecord, Claim } from '../casebook/types.js'

/** What a document took from the casebook, noted while its template runs. */
export interface Printed {
  claims: ClaimUse[]
  /** The texts of records, by `fieldKey`, with the place that first printed them. */
  texts: Map<string, TextPlace>
  /** Figures that were set beside each other or reckoned with. */
  figures: FigureSet[]
}

/** One printing of a claim. */
export interface ClaimUse {
  claim: Claim
  at: TextPlace
  /** How it was printed: by itself, with `show` and its kin, or as `.value`. */
  form: 'whole' | 'bare'
  hasCitation: boolean
  hasStatus: boolean
}

export interface FigureSet {
  claims: Claim[]
  where: 'in a sum' | 'in a comparison' | 'in one order' | 'in one column of a table'
  at: TextPlace
}

export function nothingPrinted(): Printed {
  return { claims: [], texts: new Map(), figures: [] }
}

export function notePrintedText(printed: Printed, owner: RecordField, at: TextPlace): void {
  const key = fieldKey(owner)
  if (!printed.texts.has(key)) printed.texts.set(key, at)
}

/** `deals/spa/purpose`; a record as a whole is `deals/spa/`. */
export function fieldKey({ collection, id, field = '' }: RecordField): string {
  return `${collection}/${id}/${field}`
}

/** Every claim of a record with the name of its field. */
export function claimsOf(record: CasebookRecord): { field: string; claim: Claim }[] {
  return Object.entries(record.fields).flatMap(([field, value]) => {
    if (value.kind === 'claim') return [{ field, claim: value.claim }]
    return value.kind === 'claims' ? value.claims.map((claim) => ({ field, claim })) : []
  })
}
