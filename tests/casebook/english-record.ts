import type { CasebookRecord, Claim, ClaimValue, FieldValue } from '../../engine/casebook/index.js'
import type { LocalText } from '../../engine/locale/language.js'

/**
 * A record as plain data in English, without what the casebook adds to the original: links, readings, languages, and that
 * an old figure is kept.
 */
export function englishRecord(record: CasebookRecord): Record<string, unknown> {
  const fields = Object.entries(record.fields)
    .filter(([name]) => name !== 'about' && name !== 'language')
    .map(([name, field]) => [name, englishField(field)])
  return { id: record.id, ...Object.fromEntries(fields) }
}

function englishField(field: FieldValue): unknown {
  switch (field.kind) {
    case 'claim':
      return englishClaim(field.claim)
    case 'claims':
      return field.claims.map(englishClaim)
    case 'text':
      return english(field.text)
    case 'texts':
      return field.texts.map(english)
    case 'date':
      return field.date
    case 'term':
      return field.term
    case 'terms':
      return field.terms
    case 'status':
      return field.status
    case 'reference':
      return field.id
    case 'references':
      return field.ids
  }
}

function englishClaim(claim: Claim): unknown {
  const { at, alternatives, keep, ...rest } = claim
  return {
    ...rest,
    value: englishValue(claim.value),
    ...(claim.measure !== undefined && { measure: english(claim.measure) }),
    ...(claim.note !== undefined && { note: english(claim.note) }),
  }
}

function englishValue(value: ClaimValue): unknown {
  switch (value.kind) {
    case 'text':
      return { kind: 'text', text: english(value.text) }
    case 'list':
      return { kind: 'list', items: value.items.map(english) }
    case 'shares':
      return {
        kind: 'shares',
        shares: value.shares.map((share) => ({ ...share, name: english(share.name) })),
      }
    default:
      return value
  }
}

export function english(text: LocalText): string | undefined {
  return typeof text === 'string' ? text : text.en
}
