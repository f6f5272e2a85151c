import { unreachable } from '../../base/index.js'
import { findAnywhere, type RecordField } from '../../casebook/index.js'
import type { Casebook, CasebookRecord, Claim, CollectionName, FieldValue } from '../../casebook/types.js'
import {
  type ClaimPart,
  claimParts,
  isClaimPart,
  isThing,
  namesOfRecord,
  partsOfList,
  recordValue,
  referringCollections,
  type Value,
} from '../values/index.js'
import { recordKey, type TemplateRun } from './template-run.js'

/** A name looked up in a value: what it stands for, or the names that are there instead. */
export type Lookup = { found: true; value: Value } | { found: false; owner: string; known: string[] }

/** The field `name` of `owner`. A field that the schema has and the record has not is found, as nothing. */
export function lookUpField(run: TemplateRun, owner: Value, name: string): Lookup {
  if (Array.isArray(owner)) {
    if (name === 'length') return { found: true, value: owner.length }
    if (/^\d+$/.test(name)) return { found: true, value: owner[Number(name)] }
    if (name === 'first' || name === 'last')
      return { found: true, value: owner.at(name === 'first' ? 0 : -1) }
    return { found: false, owner: 'a list', known: [...partsOfList] }
  }
  if (!isThing(owner)) return { found: false, owner: 'a plain value', known: [] }
  switch (owner.type) {
    case 'scope': {
      if (owner.names.has(name)) return { found: true, value: owner.names.get(name) }
      return { found: false, owner: `\`${owner.name}\``, known: [...owner.names.keys()] }
    }
    case 'group':
      if (name === 'key') return { found: true, value: owner.key }
      if (name === 'items') return { found: true, value: owner.items }
      return { found: false, owner: 'a group', known: ['key', 'items'] }
    case 'record':
      return lookUpRecordField(run, owner.record, name)
    case 'claim':
      return isClaimPart(name)
        ? { found: true, value: partOf[name](run, owner.claim) }
        : { found: false, owner: 'a claim', known: [...claimParts] }
    case 'text':
    case 'date':
    case 'term':
    case 'status':
    case 'printed':
    case 'markdown':
    case 'bare':
      return { found: false, owner: `a ${owner.type}`, known: [] }
    default:
      return unreachable(owner)
  }
}

function lookUpRecordField(run: TemplateRun, record: CasebookRecord, name: string): Lookup {
  const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined
  if (field) {
    const of = { collection: record.collection, id: record.id, field: name }
    return { found: true, value: valueOfField(run, field, of) }
  }
  if (name === 'id') return { found: true, value: record.id }
  if (run.casebook.schema[record.collection].some((definition) => definition.name === name)) {
    return { found: true, value: undefined }
  }
  const referring = referringCollections(run.casebook, record.collection).find((other) => other === name)
  if (referring) {
    return { found: true, value: recordsReferringTo(run.casebook, record, referring).map(recordValue) }
  }
  return {
    found: false,
    owner: `a record of \`${record.collection}\``,
    known: namesOfRecord(run.casebook, record.collection),
  }
}

function recordsReferringTo(
  casebook: Casebook,
  target: CasebookRecord,
  from: CollectionName,
): CasebookRecord[] {
  return casebook.collections[from].filter((record) =>
    Object.values(record.fields).some((field) => {
      if (field.kind === 'reference') return field.collection === target.collection && field.id === target.id
      if (field.kind !== 'references') return false
      if (field.collection === target.collection) return field.ids.includes(target.id)
      return field.collection === 'any' && field.ids.some((id) => findAnywhere(casebook, id) === target)
    }),
  )
}

/** A field as a value, with its references followed. */
export function valueOfField(run: TemplateRun, field: FieldValue, of: RecordField): Value {
  switch (field.kind) {
    case 'claim':
      return { type: 'claim', claim: field.claim }
    case 'claims':
      return field.claims.map((claim) => ({ type: 'claim', claim }))
    case 'text':
      return { type: 'text', text: field.text, of }
    case 'texts':
      return field.texts.map((text) => ({ type: 'text', text, of }))
    case 'date':
      return { type: 'date', date: field.date }
    case 'term':
      return { type: 'term', term: field.term }
    case 'terms':
      return field.terms.map((term) => ({ type: 'term', term }))
    case 'status':
      return { type: 'status', status: field.status }
    case 'reference':
      return followReference(run, field.collection, field.id)
    case 'references':
      return field.ids
        .map((id) => followReference(run, field.collection, id))
        .filter((one) => one !== undefined)
    default:
      return unreachable(field)
  }
}

/** The record with `id`; nothing where the brief's date is before it was known. */
function followReference(run: TemplateRun, collection: CollectionName | 'any', id: string): Value {
  const record =
    collection === 'any' ? findAnywhere(run.casebook, id) : run.recordsById.get(recordKey(collection, id))
  return record && recordValue(record)
}

/** What a claim answers to a name. */
const partOf = {
  value: (_, claim) => ({ type: 'bare', claim }),
  low: (_, { value }) => (value.kind === 'range' ? value.low : undefined),
  high: (_, { value }) => (value.kind === 'range' ? value.high : undefined),
  unit: (_, { unit }) => unit,
  bound: (_, { bound }) => bound,
  measure: (_, { measure }) => measure && { type: 'text', text: measure },
  asOf: (_, { asOf }) => (asOf ? { type: 'date', date: asOf } : undefined),
  status: (_, { status }) => ({ type: 'status', status }),
  note: (_, { note }) => note && { type: 'text', text: note },
  sources: (run, { sources }) =>
    sources.map((id) => followReference(run, 'sources', id)).filter((one) => one !== undefined),
  derived: (_, { derived }) => derived ?? false,
  alternatives: (_, { alternatives, status, at }) =>
    alternatives?.map((reading) => ({ type: 'claim', claim: { ...reading, status, at } })),
} satisfies Record<ClaimPart, (run: TemplateRun, claim: Claim) => Value>
