import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import * as z from 'zod'
import { nearest } from '../base/index.js'
import { statuses } from '../vocabulary/index.js'
import { placeOf, wordsFor } from '../yaml/index.js'
import { kebab } from './kebab.js'
import { readClaim } from './read-claim.js'
import {
  knownFields,
  type Reading,
  readChoice,
  readDate,
  readList,
  readReference,
  readText,
  readWith,
  report,
  suggestions,
} from './reading.js'
import { recordFields } from './schema.js'
import type { CasebookRecord, CollectionName, FieldDefinition, FieldValue } from './types.js'

const flag = z.boolean({ error: '`true` or `false`' })

/** Reads the list of records that a collection's file is. An empty file is an empty collection. */
export function readRecords(
  collection: CollectionName,
  schema: readonly FieldDefinition[],
  reading: Reading,
): CasebookRecord[] {
  const root = reading.file.root
  if (root === null || (isScalar(root) && root.value === null)) return []
  if (!isSeq(root)) {
    report(
      reading,
      'wrong-type',
      root,
      `found ${wordsFor(root)}, expected a list of records`,
      'begin each record with `- id: …`',
    )
    return []
  }
  const records: CasebookRecord[] = []
  const seen = new Map<string, number>()
  for (const item of root.items as Node[]) {
    if (!isMap(item)) {
      report(
        reading,
        'wrong-type',
        item,
        `found ${wordsFor(item)}, expected a record`,
        'begin it with `- id: …`',
      )
      continue
    }
    const record = readRecord(item, collection, schema, reading)
    const first = seen.get(record.id)
    if (first !== undefined)
      report(
        reading,
        'duplicate-id',
        item.get('id', true) as Node,
        `\`${record.id}\` is already the id of a record on line ${first}`,
        'give one of the two another id',
      )
    else if (record.id !== '') seen.set(record.id, record.at.line)
    records.push(record)
  }
  return records
}

function readRecord(
  map: YAMLMap,
  collection: CollectionName,
  schema: readonly FieldDefinition[],
  reading: Reading,
): CasebookRecord {
  const known = [...recordFields, ...schema.map((field) => field.name)]
  const declare = `or declare it in \`casebook.yaml\` under \`claims: ${collection}:\``
  const given = knownFields(map, known, `\`${collection}\``, reading, declare)
  const id = readId(map, given.get('id'), reading)
  const isInternal = given.has('internal') && readWith(flag, given.get('internal') ?? null, reading) === true
  const fields: Record<string, FieldValue> = {}
  for (const [name, node] of given) {
    const definition = schema.find((field) => field.name === name)
    const owner = { collection, id, field: name }
    const value = definition && readField(definition, node, id, { ...reading, owner })
    if (value) fields[name] = value
  }
  for (const { name, required } of schema) {
    if (!required || given.has(name)) continue
    const guess = nearest(
      name,
      map.items.map((pair) => String(pair.key)).filter((key) => !known.includes(key)),
    )
    const hints = guess ? [`is \`${guess}\` meant to be \`${name}\`?`] : []
    report(reading, 'missing-field', map, `${owner(id)} has no \`${name}\``, ...hints, `add \`${name}: …\``)
  }
  return { id, collection, fields, internal: isInternal || undefined, at: placeOf(reading.file, map) }
}

function readId(map: YAMLMap, node: Node | null | undefined, reading: Reading): string {
  if (node === undefined) {
    report(reading, 'missing-field', map, 'this record has no `id`', 'begin it with `- id: …`')
    return ''
  }
  const id = isScalar(node) && node.value !== null ? String(node.value) : ''
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && typeof (node as { value?: unknown }).value === 'string')
    return id
  const better = kebab(id)
  report(
    reading,
    'bad-id',
    node,
    `found ${wordsFor(node)}, expected an id in kebab-case: small letters, digits and hyphens`,
    better && better !== id ? `write \`${better}\`` : 'begin it with a letter',
  )
  return id
}

function readField(
  definition: FieldDefinition,
  node: Node | null,
  id: string,
  reading: Reading,
): FieldValue | undefined {
  const { kind, name } = definition
  switch (kind) {
    case 'claim':
      return given(readClaim(node, name, reading), (claim) => ({ kind, claim }))
    case 'claims':
      return given(
        readList(node, reading, 'a list of claims', (item) => readClaim(item, name, reading)),
        (claims) => ({ kind, claims }),
      )
    case 'text':
      return given(readText(node, reading), (text) => ({ kind, text }))
    case 'texts':
      return given(
        readList(node, reading, 'a list of texts', (item) => readText(item, reading)),
        (texts) => ({ kind, texts }),
      )
    case 'date':
      return given(readDate(node, reading), (date) => ({ kind, date }))
    case 'term':
      return given(readTerm(node, reading), (term) => ({ kind, term }))
    case 'terms':
      return given(
        readList(node, reading, 'a list of terms', (item) => readTerm(item, reading)),
        (terms) => ({ kind, terms }),
      )
    case 'status':
      return given(
        readChoice(node, statuses, { code: 'unknown-status', one: 'a status', many: 'statuses' }, reading),
        (status) => ({ kind, status }),
      )
    case 'reference': {
      const collection = target(definition)
      if (collection === 'any') throw new Error(`a single reference into any collection: ${id}.${name}`)
      return given(readReference(node, collection, reading), (to) => ({ kind, collection, id: to }))
    }
    case 'references': {
      const collection = target(definition)
      return given(
        readList(node, reading, 'a list of ids', (item) => readReference(item, collection, reading)),
        (ids) => ({ kind, collection, ids }),
      )
    }
  }
}

function readTerm(node: Node | null, reading: Reading): string | undefined {
  const word = isScalar(node) && node.value !== null ? String(node.value) : ''
  if (word !== '' && (!reading.terms || reading.terms.has(word))) return word
  report(
    reading,
    'unknown-term',
    node,
    `found ${wordsFor(node)}, expected a term of \`casebook.yaml\``,
    ...suggestions(word, [...(reading.terms ?? [])], 'terms'),
    'or add it under `terms:` in `casebook.yaml`',
  )
  return undefined
}

function target(definition: FieldDefinition): CollectionName | 'any' {
  if (!definition.collection) throw new Error(`no collection for ${definition.name}`)
  return definition.collection
}

function owner(id: string): string {
  return id === '' ? 'this record' : `\`${id}\``
}

function given<T, U>(value: T | undefined, make: (value: T) => U): U | undefined {
  return value === undefined ? undefined : make(value)
}
