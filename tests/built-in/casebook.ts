import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from '../../engine/base/index.js'
import type { Casebook, Claim } from '../../engine/casebook/index.js'
import type { LocalText } from '../../engine/locale/language.js'
import { casebookOf } from '../small/casebook.js'

const folder = fileURLToPath(new URL('../../assets/casebook/', import.meta.url))

export function builtInFiles(): SourceFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ path: `casebook/${name}`, text: readFileSync(folder + name, 'utf8') }))
}

let parsed: Casebook | undefined

/** The built-in casebook, parsed once for all tests: nobody writes on it. */
export function builtInCasebook(): Casebook {
  parsed ??= casebookOf(builtInFiles())
  return parsed
}

/** Every text of the casebook with the path that leads to it, through records, terms and labels alike. */
export function textsOf(casebook: Casebook): { path: string; text: LocalText }[] {
  const found: { path: string; text: LocalText }[] = []
  const { terms, title, description, schema, collections } = casebook
  found.push({ path: 'title', text: title }, { path: 'description', text: description })
  for (const [key, text] of Object.entries(terms)) found.push({ path: `terms.${key}`, text })
  for (const [collection, fields] of Object.entries(schema))
    for (const { name, label } of fields) found.push({ path: `labels.${collection}.${name}`, text: label })
  for (const record of Object.values(collections).flat()) {
    const path = `${record.collection}/${record.id}`
    for (const [name, field] of Object.entries(record.fields)) {
      if (field.kind === 'text') found.push({ path: `${path}.${name}`, text: field.text })
      if (field.kind === 'texts')
        for (const text of field.texts) found.push({ path: `${path}.${name}`, text })
    }
    for (const { name, claim } of claimsOf(record.fields))
      for (const part of [claim, ...(claim.alternatives ?? [])]) {
        const texts = [part.measure, part.note, ...textsOfValue(part.value)]
        for (const text of texts) if (text !== undefined) found.push({ path: `${path}.${name}`, text })
      }
  }
  return found
}

export function claimsOf(
  fields: Casebook['collections']['deals'][number]['fields'],
): { name: string; claim: Claim }[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'claim') return [{ name, claim: field.claim }]
    return field.kind === 'claims' ? field.claims.map((claim) => ({ name, claim })) : []
  })
}

function textsOfValue(value: Claim['value']): LocalText[] {
  if (value.kind === 'text') return [value.text]
  if (value.kind === 'list') return value.items
  if (value.kind === 'shares')
    return value.shares.flatMap((share) => [share.name, ...(share.note ? [share.note] : [])])
  return []
}
