import { unreachable } from '../../engine/base/index.js'
import { figureOf } from '../../engine/casebook/index.js'
import type {
  Alternative,
  Casebook,
  CasebookRecord,
  Claim,
  ClaimValue,
  CollectionName,
  FieldValue,
} from '../../engine/casebook/types.js'
import { formatDate, type LocalText, languages, textIn } from '../../engine/locale/index.js'
import { claimReadings } from './claim-text.js'
import { findIn, recordDetail, recordName } from './record-name.js'

/** What a record can be found by, in every language of the window. */
export interface RecordTexts {
  /** Name, id, and what tells it apart in a list. */
  naming: string[]
  /** All that its fields say. */
  said: string[]
  /** The sources that it rests on and the records that it speaks of: it is found by what these are called, too. */
  linked: CasebookRecord[]
}

export function recordTexts(record: CasebookRecord, casebook: Casebook): RecordTexts {
  const fields = Object.values(record.fields).map((value) => readField(value, casebook))
  return {
    naming: namingTexts(record, casebook),
    said: fields.flatMap(({ said }) => said ?? []),
    linked: fields.flatMap(({ links }) =>
      (links ?? []).flatMap(({ collection, id }) => findIn(casebook, collection, id) ?? []),
    ),
  }
}

/** What a record is called, for one that is found by way of another. */
export function namingTexts(record: CasebookRecord, casebook: Casebook): string[] {
  return [
    record.id,
    ...inEvery((language) => recordName(record, language)),
    ...inEvery((language) => recordDetail(record, casebook, language)),
  ]
}

interface FieldTexts {
  said?: string[]
  links?: { collection: CollectionName | 'any'; id: string }[]
}

function readField(value: FieldValue, casebook: Casebook): FieldTexts {
  const word = (term: string) => everyText(casebook.terms[term] ?? term)
  switch (value.kind) {
    case 'claim':
      return readClaims([value.claim])
    case 'claims':
      return readClaims(value.claims)
    case 'text':
      return { said: everyText(value.text) }
    case 'texts':
      return { said: value.texts.flatMap(everyText) }
    case 'date':
      return { said: [value.date, ...inEvery((language) => formatDate(value.date, language))] }
    case 'term':
      return { said: word(value.term) }
    case 'terms':
      return { said: value.terms.flatMap(word) }
    case 'reference':
      return { links: [{ collection: value.collection, id: value.id }] }
    case 'references':
      return { links: value.ids.map((id) => ({ collection: value.collection, id })) }
    case 'status':
      return {}
    default:
      return unreachable(value)
  }
}

function readClaims(claims: readonly Claim[]): FieldTexts {
  const readings: Pick<Alternative, 'value' | 'sources' | 'note'>[] = claims.flatMap((claim) => [
    claim,
    ...(claim.alternatives ?? []),
  ])
  return {
    said: [
      ...claims.flatMap((claim) =>
        inEvery((language) =>
          claimReadings(claim, language)
            .map(({ text }) => text)
            .join(' '),
        ),
      ),
      ...readings.flatMap(({ value, note }) => [
        ...figuresIn(value),
        ...(note === undefined ? [] : everyText(note)),
      ]),
    ],
    links: readings.flatMap(({ sources }) => sources.map((id) => ({ collection: 'sources' as const, id }))),
  }
}

/** Figures as they stand in the file: who looks for 1500 need not know how a thousand is divided. */
function figuresIn(value: ClaimValue): string[] {
  if (value.kind === 'number' || value.kind === 'range') return [figureOf(value)].flat().map(String)
  if (value.kind === 'date') return [value.date]
  if (value.kind !== 'shares') return []
  return value.shares.flatMap(({ note }) => (note === undefined ? [] : everyText(note)))
}

const everyText = (text: LocalText) => inEvery((language) => textIn(text, language))

/** What is said in each language, once where all say the same. */
function inEvery<Said>(say: (language: (typeof languages)[number]) => Said): Said[] {
  return [...new Set(languages.map(say))]
}
