import type { CasebookRecord } from '../casebook/index.js'
import { keyOfRecord } from '../casebook/index.js'
import type { LocalText } from '../locale/index.js'

/** An internal record named somewhere. */
export interface Trace {
  /** Offset in the text. */
  at: number
  /** As it stands there. */
  words: string
  /** Key of the record. */
  record: string
}

/** Finds every place where a text names an internal record. */
export type FindTraces = (text: string) => Trace[]

/**
 * Looks for internal records by what they are called: an id, a name, the title or address of a source.
 *
 * An id that is one word is looked for between quotation marks only, as templates write it: `us` is a word of
 * English too. One of several words is found within longer ids as well, which would give it away.
 */
export function traceFinder(internal: CasebookRecord[]): FindTraces {
  const patterns = internal.flatMap((record) =>
    patternsOf(record).map((pattern) => ({ pattern, record: keyOfRecord(record) })),
  )
  return (text) =>
    patterns.flatMap(({ pattern, record }) =>
      [...text.matchAll(pattern)].map((found) => ({ at: found.index, words: found[0], record })),
    )
}

function patternsOf({ id, fields }: CasebookRecord): RegExp[] {
  const names = [fields.name, fields.title, fields.url].flatMap((field) =>
    field?.kind === 'text' ? textsOf(field.text) : [],
  )
  return [
    id.includes('-') ? wholeWords(id) : new RegExp(`(?<=["'/])${id}(?=["'])`, 'giu'),
    ...[...new Set(names)].filter((name) => name.length > 2).map(wholeWords),
  ]
}

/** However its spaces and apostrophes are written, and wherever its lines are broken. */
function wholeWords(words: string): RegExp {
  const letters = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/gu, '\\s+')
    .replace(/['’]/g, "(?:''|['’])")
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, 'giu')
}

function textsOf(text: LocalText): string[] {
  return typeof text === 'string' ? [text] : Object.values(text)
}
