import { isMap, type Node } from 'yaml'
import * as z from 'zod'
import type { IsoDate, Language, LocalText } from '../locale/index.js'
import {
  type EvidenceRule,
  type EvidenceSettings,
  evidenceRuleNames,
  evidenceRules,
  evidenceSeverities,
} from '../vocabulary/index.js'
import { fieldsOf, wordsFor } from '../yaml/index.js'
import { kebab } from './kebab.js'
import {
  fullDate,
  knownFields,
  type Reading,
  readChoice,
  readList,
  readReference,
  readText,
  readWith,
  report,
  suggestions,
} from './reading.js'
import { coreFields, recordFields } from './schema.js'
import { type CollectionName, collectionNames, type FieldDefinition } from './types.js'

/** What `casebook.yaml` is written with. */
export const headerFields = [
  'title',
  'description',
  'languages',
  'asOf',
  'featured',
  'staleAfterDays',
  'evidence',
  'terms',
  'claims',
] as const

/** What `casebook.yaml` says of the casebook as a whole. */
export interface Header {
  title: LocalText
  description: LocalText
  languages: Language[]
  asOf: IsoDate
  featured: Partial<Record<CollectionName, string[]>>
  staleAfterDays: Partial<Record<CollectionName, number>>
  evidence: EvidenceSettings
  terms: Record<string, LocalText>
  schema: Record<CollectionName, FieldDefinition[]>
}

/** Reads `casebook.yaml`; what it lacks is in `reading` and stands empty in the result. Sets `reading.languages`. */
export function readHeader(reading: Reading): Header {
  const header: Header = {
    title: '',
    description: '',
    languages: [],
    asOf: '',
    featured: {},
    staleAfterDays: {},
    evidence: { ...evidenceRules },
    terms: {},
    schema: { ...coreFields },
  }
  const root = reading.file.root
  if (!isMap(root)) {
    report(
      reading,
      'wrong-type',
      root,
      `found ${wordsFor(root)}, expected fields`,
      `write ${headerFields.join(', ')}`,
    )
    return header
  }
  const fields = knownFields(root, headerFields, '`casebook.yaml`', reading)
  const required = (name: (typeof headerFields)[number]): Node | null | undefined => {
    if (!fields.has(name))
      report(reading, 'missing-field', root, `\`casebook.yaml\` has no \`${name}\``, `add \`${name}: …\``)
    return fields.get(name)
  }
  const languages = required('languages')
  if (languages !== undefined) header.languages = readLanguages(languages, reading) ?? []
  reading.languages = header.languages
  for (const name of ['title', 'description'] as const) {
    const text = required(name)
    if (text !== undefined) header[name] = readText(text, reading) ?? ''
  }
  const asOf = required('asOf')
  if (asOf !== undefined) header.asOf = readWith(fullDate, asOf, reading, 'bad-date') ?? ''
  for (const { collection, node } of byCollection(fields.get('featured'), reading)) {
    const ids = readList(node, reading, 'a list of ids', (item) => readReference(item, collection, reading))
    if (ids) header.featured[collection] = ids
  }
  for (const { collection, node } of byCollection(fields.get('staleAfterDays'), reading)) {
    const days = readWith(daysSchema, node, reading)
    if (days !== undefined) header.staleAfterDays[collection] = days
  }
  header.evidence = readEvidence(fields.get('evidence'), reading)
  for (const { name, key, node } of entries(fields.get('terms'), reading)) {
    const text = readText(node, reading)
    if (!isUsableName(name, /^[a-z0-9]+(-[a-z0-9]+)*$/))
      report(
        reading,
        'bad-id',
        key,
        `found the term \`${name}\`, expected kebab-case`,
        `write \`${kebab(name)}\``,
      )
    else if (text !== undefined) header.terms[name] = text
  }
  for (const { collection, node } of byCollection(fields.get('claims'), reading))
    header.schema[collection] = [...coreFields[collection], ...readClaimFields(collection, node, reading)]
  return header
}

/** `evidence: { stale-claim: error }`: rules by name, the others as they are. */
function readEvidence(node: Node | null | undefined, reading: Reading): EvidenceSettings {
  const settings: EvidenceSettings = { ...evidenceRules }
  for (const { name, key, node: value } of entries(node, reading)) {
    if (!(evidenceRuleNames as string[]).includes(name)) {
      report(
        reading,
        'unknown-evidence-rule',
        key,
        `no rule of evidence \`${name}\``,
        ...suggestions(name, evidenceRuleNames, 'there are'),
      )
      continue
    }
    const kind = { code: 'unknown-severity', one: 'a severity', many: 'severities' }
    const severity = readChoice(value, evidenceSeverities, kind, reading)
    if (severity) settings[name as EvidenceRule] = severity
  }
  return settings
}

function readLanguages(node: Node | null, reading: Reading): Language[] | undefined {
  const kind = { code: 'unknown-language', one: 'a language', many: 'languages' }
  return readList(node, reading, 'a list of languages', (item) =>
    readChoice(item, ['en', 'fr'] as const, kind, reading),
  )
}

function readClaimFields(collection: CollectionName, node: Node | null, reading: Reading): FieldDefinition[] {
  const taken = [...recordFields, ...coreFields[collection].map((field) => field.name)]
  return entries(node, reading).flatMap(({ name, key, node: labelNode }): FieldDefinition[] => {
    const label = readText(labelNode, reading)
    if (taken.includes(name)) {
      const hint = `choose another name, such as \`${name}Claim\``
      report(
        reading,
        'claim-name-taken',
        key,
        `\`${name}\` is a field that every record of \`${collection}\` has`,
        hint,
      )
      return []
    }
    if (!isUsableName(name, /^[a-z][A-Za-z0-9_]*$/)) {
      report(
        reading,
        'bad-claim-name',
        key,
        `found the claim \`${name}\`, expected a name such as \`firstShipment\``,
        'write it in letters and digits, the first a small letter',
      )
      return []
    }
    return label === undefined ? [] : [{ name, kind: 'claim', required: false, label }]
  })
}

function byCollection(
  node: Node | null | undefined,
  reading: Reading,
): { collection: CollectionName; node: Node | null }[] {
  return entries(node, reading).flatMap(({ name, key, node: value }) => {
    if ((collectionNames as readonly string[]).includes(name))
      return [{ collection: name as CollectionName, node: value }]
    report(
      reading,
      'unknown-collection',
      key,
      `no collection \`${name}\``,
      ...suggestions(name, collectionNames, 'there are'),
    )
    return []
  })
}

function entries(node: Node | null | undefined, reading: Reading): ReturnType<typeof fieldsOf> {
  if (node === undefined) return []
  if (isMap(node)) return fieldsOf(node)
  report(
    reading,
    'wrong-type',
    node,
    `found ${wordsFor(node)}, expected fields`,
    'write `name: …`, indented, one a line',
  )
  return []
}

/** Names become keys of plain objects, which already have a `constructor`. */
function isUsableName(name: string, shape: RegExp): boolean {
  return shape.test(name) && !(name in {})
}

const daysSchema = z
  .number({ error: 'a number of days' })
  .int({ error: 'whole days' })
  .min(1, { error: 'at least one day' })
