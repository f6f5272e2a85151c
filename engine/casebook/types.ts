import type { Decimal, FilePlace, TextPlace } from '../base/index.js'
import type { IsoDate, LocalText, PartialDate } from '../locale/index.js'
import type { Bound, EvidenceSettings, Status, Unit } from '../vocabulary/index.js'
import type { Finding } from './finding.js'

export const collectionNames = [
  'sources',
  'actors',
  'assets',
  'minerals',
  'deals',
  'instruments',
  'flows',
  'risks',
  'stakes',
  'statements',
  'events',
  'conflicts',
  'gaps',
  'passages',
] as const
export type CollectionName = (typeof collectionNames)[number]

/** `written` holds the digits where they say more than the number: `4.60`, or more of them than a double keeps. */
export type ClaimValue =
  | { kind: 'number'; number: number; written?: Decimal }
  | { kind: 'range'; low: number; high: number; written?: [low: Decimal, high: Decimal] }
  | { kind: 'text'; text: LocalText }
  | { kind: 'date'; date: PartialDate }
  | { kind: 'place'; latitude: number; longitude: number; written?: [latitude: Decimal, longitude: Decimal] }
  | { kind: 'list'; items: LocalText[] }
  /** Parts of a whole, in percent: owners of a mine, sources of imports. `percent` absent means not published. */
  | { kind: 'shares'; shares: Share[] }
  | { kind: 'flag'; flag: boolean }

export interface Share {
  name: LocalText
  percent?: number
  written?: Decimal
  bound?: Bound
  /** What else the casebook says of this part, printed after it. */
  note?: LocalText
}

/** One reading of a disputed value, with the sources that give it. */
export interface Alternative {
  value: ClaimValue
  unit?: Unit
  bound?: Bound
  measure?: LocalText
  sources: string[]
  note?: LocalText
}

/** A statement of fact with its provenance. */
export interface Claim {
  value: ClaimValue
  unit?: Unit
  bound?: Bound
  /** What the figure measures, printed after value and unit: "of world mine production". */
  measure?: LocalText
  asOf?: PartialDate
  /** Where the claim speaks for a period: its beginning; `asOf` is its end. */
  since?: PartialDate
  status: Status
  /** Ids in `sources`; at least one unless the status is `unknown`. */
  sources: string[]
  note?: LocalText
  /** Worked out from other claims or figures and not stated by a source. */
  derived?: boolean
  /** Kept on purpose, however old: it does not change, or no later one was found. */
  keep?: boolean
  /** Readings that differ between sources; printed side by side, never merged. */
  alternatives?: Alternative[]
  /** Where the claim stands in its file; for one that was reckoned, where that was asked for. */
  at: TextPlace
}

export type FieldValue =
  | { kind: 'claim'; claim: Claim }
  | { kind: 'claims'; claims: Claim[] }
  | { kind: 'text'; text: LocalText }
  | { kind: 'texts'; texts: LocalText[] }
  | { kind: 'date'; date: PartialDate }
  /** A key whose printed words stand in the casebook's `terms`. */
  | { kind: 'term'; term: string }
  | { kind: 'terms'; terms: string[] }
  | { kind: 'reference'; collection: CollectionName; id: string }
  /** Ids into `any` collection may be written `collection/id`; `findAnywhere` resolves both. */
  | { kind: 'references'; collection: CollectionName | 'any'; ids: string[] }
  | { kind: 'status'; status: Status }

export interface CasebookRecord {
  id: string
  collection: CollectionName
  /** By field name, core fields and declared claims alike, in the order of the file. */
  fields: Record<string, FieldValue>
  /** Not for those outside the office: redacted documents are made without it. */
  internal?: true
  at: FilePlace
}

export interface FieldDefinition {
  name: string
  kind: FieldValue['kind']
  /** For a reference: the collection it points into. */
  collection?: CollectionName | 'any'
  required: boolean
  label: LocalText
}

export interface Casebook {
  title: LocalText
  description: LocalText
  languages: ('en' | 'fr')[]
  /** The last day that the casebook knows of. */
  asOf: IsoDate
  /** Words for keys used as `term` values: risk categories, sides, modes… */
  terms: Record<string, LocalText>
  /** Fields of each collection: core ones, then those that `casebook.yaml` declares. */
  schema: Record<CollectionName, FieldDefinition[]>
  /** The records that a template takes where a brief chooses none, in order. */
  featured: Partial<Record<CollectionName, string[]>>
  /** After how many days a claim of a collection is stale. */
  staleAfterDays: Partial<Record<CollectionName, number>>
  /** How severely each rule of evidence is taken. */
  evidence: EvidenceSettings
  /** What the files themselves lack in evidence; it becomes diagnostics in `checkEvidence`. */
  findings: Finding[]
  collections: Record<CollectionName, CasebookRecord[]>
}
