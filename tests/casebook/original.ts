import { readFileSync } from 'node:fs'

/** The facts as they were collected, before they became a casebook. */
export interface OriginalClaim {
  value: unknown
  unit?: string
  asOf?: string
  status: string
  sources: string[]
  note?: string
  derived?: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of the original is what the tests establish
export type OriginalRecord = Record<string, any>

export const facts = respelt(read('original/facts.json') as Record<string, OriginalRecord[]>)

export const knownConflictsAndGaps = respelt(read('original/conflicts-and-gaps.json') as object) as {
  conflicts: { topic: string; detail: string }[]
  gaps: string[]
}

/** Each wording of a unit in the original, and what it became. */
export const unitWordings = read('unit-wordings.json') as Record<
  string,
  { unit: string; bound?: string; measure?: string }
>

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'))
}

/** The casebook writes the company as it writes itself, in both languages; titles of sources stay as they were published. */
function respelt<Original extends object>(original: Original): Original {
  const entries = Object.entries(original).map(([name, records]) => [
    name,
    name === 'sources' ? records : JSON.parse(JSON.stringify(records).replaceAll('Gecamines', 'Gécamines')),
  ])
  return Object.fromEntries(entries) as Original
}
