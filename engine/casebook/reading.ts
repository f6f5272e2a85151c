import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import * as z from 'zod'
import type { Diagnostic, FilePlace } from '../base/index.js'
import { nearest } from '../base/index.js'
import { isDate, isDay, type Language, type LocalText, type PartialDate } from '../locale/index.js'
import type { EvidenceRule } from '../vocabulary/index.js'
import {
  cutText,
  cutTextInWords,
  fieldsOf,
  nodeAt,
  placeOf,
  plain,
  wordsFor,
  type YamlFile,
} from '../yaml/index.js'
import type { Finding, RecordField } from './finding.js'
import type { CollectionName } from './types.js'

/** What reading one casebook gathers on its way, and what is settled before the records are read. */
export interface Reading {
  file: YamlFile
  diagnostics: Diagnostic[]
  /** Those that text with languages must be given in. */
  languages: Language[]
  /** Keys that a `term` may be; `undefined` while `casebook.yaml` could not be read. */
  terms: ReadonlySet<string> | undefined
  /** Ids written anywhere, to be resolved when all records are known. */
  references: Reference[]
  /** What is read well but lacks evidence. */
  findings: Finding[]
  /** The field of a record that is being read; none in `casebook.yaml`. */
  owner?: RecordField
}

export interface Reference {
  collection: CollectionName | 'any'
  id: string
  at: FilePlace
  owner?: RecordField
}

export function report(
  reading: Reading,
  code: string,
  node: Node | null,
  message: string,
  ...hints: string[]
): void {
  reading.diagnostics.push({
    severity: 'error',
    code: `casebook/${code}`,
    message,
    hints,
    at: placeOf(reading.file, node),
  })
}

/** Notes what is wrong with the evidence and not with the form; the casebook can be read all the same. */
export function note(
  reading: Reading,
  rule: EvidenceRule,
  node: Node | null,
  message: string,
  hints: string[],
  language?: Language,
): void {
  const { owner } = reading
  reading.findings.push({
    rule,
    message,
    hints,
    at: placeOf(reading.file, node),
    owner,
    language,
  })
}

/** ``did you mean `…`?`` when a known word is near enough, then what there is to choose from. */
export function suggestions(word: string, known: readonly string[], kind: string): string[] {
  const guess = nearest(word, known)
  const all = known.length > 0 && known.length <= 40 ? [`${kind}: ${known.join(', ')}`] : []
  return guess ? [`did you mean \`${guess}\`?`, ...all] : all
}

/** The map's fields, checked against the names it may have. */
export function knownFields(
  map: YAMLMap,
  known: readonly string[],
  owner: string,
  reading: Reading,
  ...moreHints: string[]
): Map<string, Node | null> {
  const fields = new Map<string, Node | null>()
  for (const { name, key, node } of fieldsOf(map)) {
    if (known.includes(name)) {
      fields.set(name, node)
      continue
    }
    const guess = nearest(name, known)
    const hints = guess ? [`did you mean \`${guess}\`?`] : []
    const all = known.length <= 15 ? [`its fields are: ${known.join(', ')}`] : []
    report(reading, 'unknown-field', key, `no field \`${name}\` in ${owner}`, ...hints, ...all, ...moreHints)
  }
  return fields
}

/** Reads a small value through a zod schema; its issues become diagnostics at the node that they speak of. */
export function readWith<T>(
  schema: z.ZodType<T>,
  node: Node | null,
  reading: Reading,
  code = 'wrong-type',
): T | undefined {
  const result = schema.safeParse(plain(node))
  if (result.success) return result.data
  for (const issue of (result.error as z.ZodError).issues) {
    const place = nodeAt(node, issue.path)
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) reportUnknownKey(key, place, schema, reading)
      continue
    }
    const name = issue.path.length > 0 ? ` for \`${issue.path.join('.')}\`` : ''
    const found = nodeIsMissing(node, issue.path) ? 'nothing' : wordsFor(place)
    const outOfRange = issue.code === 'too_big' || issue.code === 'too_small'
    report(
      reading,
      outOfRange ? 'out-of-range' : code,
      place,
      `found ${found}${name}, expected ${issue.message}`,
      outOfRange ? 'check the figure for a slip of sign or decimal point' : `write ${issue.message}`,
    )
  }
  return undefined
}

export const partialDate = z
  .preprocess((value) => (Number.isInteger(value) ? String(value) : value), z.string({ error: datePhrase() }))
  .refine(isDate, { error: datePhrase() })

export const fullDate = z
  .string({ error: 'a day such as `2026-02-03`' })
  .refine(isDay, { error: 'a day such as `2026-02-03`' })

export function readDate(node: Node | null, reading: Reading): PartialDate | undefined {
  return readWith(partialDate, node, reading, 'bad-date')
}

/** Notes that a text ends where a comment begins. */
export function noteCut(node: Node | null | undefined, reading: Reading): void {
  const cut = cutText(reading.file, node)
  if (!cut) return
  const { message, hints } = cutTextInWords(cut)
  reading.findings.push({ rule: 'cut-text', message, hints, at: cut.at, owner: reading.owner })
}

/** Text in one string for all languages, or with every language of the casebook. */
export function readText(node: Node | null, reading: Reading): LocalText | undefined {
  noteCut(node, reading)
  if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value
  if (!isMap(node)) {
    report(
      reading,
      'wrong-type',
      node,
      `found ${wordsFor(node)}, expected text`,
      `write text, or one text per language: \`{${reading.languages.map((one) => `${one}: …`).join(', ')}}\``,
    )
    return undefined
  }
  const fields = knownFields(node, ['en', 'fr'], 'a text by language', reading)
  const text: { en?: string; fr?: string } = {}
  for (const language of ['en', 'fr'] as const) {
    const given = fields.get(language)
    noteCut(given, reading)
    if (isScalar(given) && typeof given.value === 'string' && given.value.trim() !== '')
      text[language] = given.value
    else if (given !== undefined && given !== null && !(isScalar(given) && given.value === null))
      report(
        reading,
        'wrong-type',
        given,
        `found ${wordsFor(given)}, expected text`,
        'put it between quotation marks',
      )
    else if (reading.languages.includes(language))
      note(
        reading,
        'missing-language',
        node,
        `${wordsForOwner(reading.owner)} has no \`${language}\`; the casebook is in ${reading.languages.join(' and ')}`,
        [`add \`${language}: …\``],
        language,
      )
  }
  return text.en === undefined && text.fr === undefined ? undefined : (text as LocalText)
}

/** Each item through `read`; `undefined` where this is no list. Items that cannot be read are left out. */
export function readList<T>(
  node: Node | null,
  reading: Reading,
  expected: string,
  read: (item: Node | null) => T | undefined,
): T[] | undefined {
  if (!isSeq(node)) {
    report(
      reading,
      'wrong-type',
      node,
      `found ${wordsFor(node)}, expected ${expected}`,
      isScalar(node) && node.value !== null ? `write \`[${String(node.value)}]\`` : 'write `[…, …]`',
    )
    return undefined
  }
  return (node.items as Node[]).map(read).filter((item) => item !== undefined)
}

/** Ids of records, noted for resolving. A reference into `any` collection may be written `collection/id`. */
export function readReference(
  node: Node | null,
  collection: CollectionName | 'any',
  reading: Reading,
): string | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') {
    report(reading, 'wrong-type', node, `found ${wordsFor(node)}, expected the id of a record`, 'write an id')
    return undefined
  }
  const { owner } = reading
  reading.references.push({
    collection,
    id: node.value,
    at: placeOf(reading.file, node),
    owner,
  })
  return node.value
}

export function readChoice<T extends string>(
  node: Node | null,
  choices: readonly T[],
  kind: { code: string; one: string; many: string },
  reading: Reading,
): T | undefined {
  const word = isScalar(node) ? node.value : undefined
  if (typeof word === 'string' && (choices as readonly string[]).includes(word)) return word as T
  report(
    reading,
    kind.code,
    node,
    `found ${wordsFor(node)}, expected ${kind.one}`,
    ...suggestions(String(word ?? ''), choices, kind.many),
  )
  return undefined
}

function wordsForOwner(owner: RecordField | undefined): string {
  return owner?.field ? `\`${owner.field}\` of \`${owner.id}\`` : 'this text'
}

function reportUnknownKey(key: string, map: Node | null, schema: z.ZodType, reading: Reading): void {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const at = isMap(map) ? (fieldsOf(map).find((field) => field.name === key)?.key ?? map) : map
  report(reading, 'unknown-field', at, `no field \`${key}\` here`, ...suggestions(key, known, 'there are'))
}

function nodeIsMissing(node: Node | null, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1)
  const owner = nodeAt(node, path.slice(0, -1))
  return last !== undefined && isMap(owner) && !owner.has(last)
}

function datePhrase(): string {
  return 'a date such as `2026`, `2026-02` or `2026-02-03`'
}
