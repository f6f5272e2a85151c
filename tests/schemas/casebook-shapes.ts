import * as z from 'zod'
import { type CollectionName, collectionNames } from '../../engine/casebook/index.js'
import type { claimFields, figureFields } from '../../engine/casebook/read-claim.js'
import type { headerFields } from '../../engine/casebook/read-header.js'
import { coreFields } from '../../engine/casebook/schema.js'
import type { FieldDefinition } from '../../engine/casebook/types.js'
import { languages } from '../../engine/locale/index.js'
import {
  bounds,
  evidenceRuleNames,
  evidenceSeverities,
  statuses,
  units,
} from '../../engine/vocabulary/index.js'
import { claimWords, fieldWords, headerWords, kindWords, recordWords } from '../casebook/reference/words.js'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const reference = z.string().min(1)
const term = z.union([z.string().min(1), z.number()])
const date = z.union([z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/), z.int()])
const period = z.union([z.string().regex(/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/), z.int()])
const text = z
  .union([z.string().min(1), z.strictObject({ en: z.string().min(1), fr: z.string().min(1) }).partial()])
  .meta({ id: 'text', description: 'text in one string for all languages, or one for each' })
const status = z.enum(statuses)

const share = z.strictObject({
  name: text,
  percent: z.number().min(0).max(100).optional(),
  bound: z.enum(bounds).optional(),
  note: text.optional(),
})
const value = z.union([
  z.number(),
  z.boolean(),
  text,
  z.array(z.number()).length(2),
  z.array(share).min(1),
  z.array(text).min(1),
  z.strictObject({
    latitude: z.number().min(-85.06).max(85.06),
    longitude: z.number().min(-180).max(180),
  }),
])

const figure = {
  value,
  unit: z.enum(units).optional(),
  bound: z.enum(bounds).optional(),
  measure: text.optional(),
  sources: z.array(reference).optional(),
  note: text.optional(),
} satisfies Record<(typeof figureFields)[number], z.ZodType>

const claim = z
  .strictObject(
    described(
      {
        ...figure,
        status,
        asOf: period.optional(),
        derived: z.boolean().optional(),
        keep: z.boolean().optional(),
        alternatives: z.array(z.strictObject(figure)).optional(),
      } satisfies Record<(typeof claimFields)[number], z.ZodType>,
      claimWords,
    ),
  )
  .meta({ id: 'claim', description: 'a value with its unit, status, date and sources' })

/** The file of a collection: its records, with any further claims that `casebook.yaml` may declare. */
export function collectionShape(collection: CollectionName): z.ZodType {
  const fields = Object.fromEntries(coreFields[collection].map((field) => [field.name, fieldShape(field)]))
  const words = coreFields[collection].map((field) => [field.name, wordsFor(collection, field)])
  const own = described(fields, Object.fromEntries(words))
  const all = described({ id, internal: z.boolean().optional() }, recordWords)
  return z.union([z.array(z.object({ ...all, ...own }).catchall(claim)), z.null()])
}

function fieldShape({ kind, required }: FieldDefinition): z.ZodType {
  return required ? shapes[kind] : shapes[kind].optional()
}

function wordsFor(collection: CollectionName, { name, kind, collection: into }: FieldDefinition): string {
  const where = into === undefined ? '' : ` of ${into === 'any' ? 'any collection' : into}`
  return `${kindWords[kind]}${where}: ${fieldWords[collection][name]}`
}

const shapes: Record<FieldDefinition['kind'], z.ZodType> = {
  claim,
  claims: z.array(claim),
  text,
  texts: z.array(text),
  date,
  term,
  terms: z.array(term),
  reference,
  references: z.array(reference),
  status,
}

/** `casebook.yaml`. */
export const headerShape: z.ZodType = z.strictObject(
  described(
    {
      title: text,
      description: text,
      languages: z.array(z.enum(languages)),
      asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      featured: byCollection(z.array(reference)),
      staleAfterDays: byCollection(z.int().min(1)),
      evidence: z.partialRecord(z.enum(evidenceRuleNames), z.enum(evidenceSeverities)).optional(),
      terms: z.record(id, text).optional(),
      claims: byCollection(z.record(z.string().regex(/^[a-z][A-Za-z0-9_]*$/), text)),
    } satisfies Record<(typeof headerFields)[number], z.ZodType>,
    headerWords,
  ),
)

function byCollection(shape: z.ZodType): z.ZodType {
  return z.partialRecord(z.enum(collectionNames), shape).optional()
}

/** Every field with what it is in words, for whoever points at it in an editor. */
function described<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  words: Record<string, string>,
): Shape {
  const told = Object.entries(shape).map(([name, one]) => [
    name,
    one.meta({ description: plain(words[name]) }),
  ])
  return Object.fromEntries(told) as Shape
}

/** Without links, which lead nowhere from an editor. */
function plain(words: string | undefined): string | undefined {
  return words?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}
