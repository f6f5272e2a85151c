import { placeInText, placeKey, startOf, type TextOrigin } from '../base/index.js'
import type { Finding, RecordField } from '../casebook/index.js'
import { type Casebook, type CasebookRecord, type Claim, collectionNames } from '../casebook/types.js'
import { type IsoDate, type Language, laterDates } from '../locale/index.js'
import type { EvidenceRule } from '../vocabulary/index.js'
import { findInCasebook } from './in-casebook.js'
import { type ClaimUse, claimsOf, type FigureSet, fieldKey, type Printed } from './printed.js'
import { mixOf } from './units.js'

/** What a document printed, and of what. */
export interface PrintedDocument {
  printed: Printed
  /** Ids of the sources that it cites. */
  cited: readonly string[]
  language: Language
  asOf: IsoDate
  /** The words of its template and narrative: what stands in no casebook. */
  texts: readonly (TextOrigin & { text: string; line: number })[]
}

/** What a document lacks in evidence; `known` is the casebook as known on its date. */
export function findInPrint(known: Casebook, document: PrintedDocument): Finding[] {
  const { printed } = document
  const owners = ownersOf(known)
  const inWords = ({ at }: Claim) => {
    // A claim is known again by its place: reading it as of a date makes another object of it.
    const owner = owners.get(placeKey(at))
    return owner?.field ? `\`${owner.field}\` of \`${owner.id}\`` : 'this claim'
  }
  return [
    ...findOwn(known, document, owners),
    ...printed.claims.flatMap((use) => findMisprint(use, document.cited, inWords)),
    ...findSpeechWithoutSpeaker(known, printed),
    ...printed.figures.flatMap((set) => findMix(set)),
    ...printed.figures.flatMap((set) => findMiscount(set, inWords)),
    ...document.texts.flatMap((text) => findLeaks(text, document.asOf)),
    ...findForeign(known, document.language),
  ]
}

/** Taken so by default, these leave no document that could be trusted, wherever in the casebook they stand. */
const soundness = ['unsourced-claim', 'dead-source', 'statement-without-speaker'] satisfies EvidenceRule[]

/** Of the casebook's own findings: those that this document prints, and those that make any document unsound. */
function findOwn(
  known: Casebook,
  { printed, cited, language, asOf }: PrintedDocument,
  owners: Map<string, RecordField>,
): Finding[] {
  const keys = new Set(printed.texts.keys())
  for (const { claim } of printed.claims) {
    const owner = owners.get(placeKey(claim.at))
    if (owner) keys.add(fieldKey(owner)).add(fieldKey({ ...owner, field: '' }))
  }
  for (const key of printed.texts.keys()) keys.add(`${key.split('/').slice(0, 2).join('/')}/`)
  return findInCasebook(known, asOf).filter(({ rule, owner, language: lacking }) => {
    if (lacking && (lacking !== language || !owner)) return false
    if (known.evidence[rule] === 'error' && (soundness as EvidenceRule[]).includes(rule)) return true
    if (!owner) return false
    if (owner.collection === 'sources') return cited.includes(owner.id)
    return keys.has(fieldKey(owner))
  })
}

/** A claim printed for more than it is. */
function findMisprint(
  { claim, at, form, hasCitation, hasStatus }: ClaimUse,
  cited: readonly string[],
  inWords: (claim: Claim) => string,
): Finding[] {
  const found: Finding[] = []
  const isMarked = form === 'whole' && hasStatus
  const add = (rule: EvidenceRule, message: string, ...hints: string[]) =>
    found.push({ rule, message, hints, at })
  const printed = form === 'bare' ? 'as a bare `value`' : 'without its status'
  // Printed whole, an unknown figure reads "not disclosed"; its words are printed as they are.
  const hasWords = claim.value.kind === 'text' || form === 'bare'
  if (claim.status === 'unknown' && !isMarked && hasWords)
    add(
      'unknown-as-fact',
      `${inWords(claim)} is not known, and is printed ${printed} as if it were`,
      form === 'bare' ? 'print the claim itself' : 'leave out `status=false`',
    )
  if ((claim.status === 'disputed' || claim.alternatives?.length) && !isMarked)
    add(
      'disputed-as-one',
      `sources differ on ${inWords(claim)}, and it is printed ${printed} as if they agreed`,
      form === 'bare' ? 'print the claim itself, with all readings' : 'leave out `status=false`',
    )
  if (form === 'bare')
    add(
      'bare-value',
      'a bare `value` is printed without its unit, source and status',
      'print the claim itself, or use `show` with `cite=false` or `status=false`',
    )
  else if (!hasCitation && claim.sources.length > 0 && !claim.sources.some((id) => cited.includes(id)))
    add(
      'bare-value',
      `${inWords(claim)} is printed without citation, and the document cites its sources nowhere`,
      'leave out `cite=false`, or add `{{cite …}}` where its citation should stand',
    )
  return found
}

/** What someone said, in a document that says nowhere who it was. */
function findSpeechWithoutSpeaker(known: Casebook, { texts }: Printed): Finding[] {
  return known.collections.statements.flatMap(({ collection, id, fields }) => {
    const at = texts.get(fieldKey({ collection, id, field: 'paraphrase' }))
    const isNamed =
      texts.has(fieldKey({ collection, id, field: 'speaker' })) ||
      (fields.organisation?.kind === 'reference' &&
        texts.has(fieldKey({ collection: 'actors', id: fields.organisation.id, field: 'name' })))
    if (!at || isNamed) return []
    return [
      {
        rule: 'statement-without-speaker',
        message: `the statement \`${id}\` is printed, but not who made it`,
        hints: ['print its `speaker` beside it'],
        at,
      },
    ]
  })
}

function findMix({ claims, where, at }: FigureSet): Finding[] {
  const mix = mixOf(claims)
  const hints = ['set beside each other only figures that measure the same thing']
  return mix ? [{ rule: 'unit-mix', message: `found ${mix} ${where}`, hints, at }] : []
}

/** A sum has one figure for what has none, or has several. */
function findMiscount({ claims, where, at }: FigureSet, inWords: (claim: Claim) => string): Finding[] {
  if (where !== 'in a sum') return []
  return claims.flatMap((claim): Finding[] => {
    const name = inWords(claim)
    if (claim.status === 'unknown') {
      const hints = ['leave it out of the sum with `where`, and say so beside it']
      return [
        {
          rule: 'unknown-as-fact',
          message: `${name} is not known, and counts for nothing ${where}`,
          hints,
          at,
        },
      ]
    }
    if (claim.status !== 'disputed' && !claim.alternatives?.length) return []
    const hints = ['print the claims side by side, or leave the disputed one out of the sum']
    return [
      {
        rule: 'disputed-as-one',
        message: `sources differ on ${name}, and one reading counts ${where}`,
        hints,
        at,
      },
    ]
  })
}

function findLeaks({ text, line, ...origin }: PrintedDocument['texts'][number], asOf: IsoDate): Finding[] {
  return laterDates(text, asOf).map(({ words, start }) => ({
    rule: 'as-of-leak',
    message: `\`${words}\` is after ${asOf}, the day as of which the brief speaks`,
    hints: ['leave out what nobody knew by then', 'or give the brief a later as-of date'],
    at: placeInText(origin, text, start, line),
  }))
}

/** A casebook that was never meant for this language is one finding, not one for each of its texts. */
function findForeign({ languages }: Casebook, language: Language): Finding[] {
  if (languages.includes(language)) return []
  const names = { en: 'English', fr: 'French' }
  return [
    {
      rule: 'missing-language',
      message: `the brief is in ${names[language]}, the casebook in ${languages.map((one) => names[one]).join(' and ')} alone`,
      hints: [
        `add \`${language}\` to \`languages\` and to the texts of the casebook`,
        `or write the brief in ${languages.map((one) => names[one]).join(' or ')}`,
      ],
      at: startOf('casebook/casebook.yaml'),
      language,
    },
  ]
}

function ownersOf(casebook: Casebook): Map<string, RecordField> {
  const records: CasebookRecord[] = collectionNames.flatMap((name) => casebook.collections[name])
  return new Map(
    records.flatMap((record) =>
      claimsOf(record).map(({ field, claim }) => [
        placeKey(claim.at),
        { collection: record.collection, id: record.id, field },
      ]),
    ),
  )
}
