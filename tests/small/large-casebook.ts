import type { SourceFile } from '../../engine/base/index.js'
import { smallFiles } from './casebook.js'

/**
 * Casebooks of any size, for what must hold with many records: made of words and numbers that differ from record to
 * record, so that a search finds some of them and not all or none.
 */

/** The texts of casebook files to add to the built-in ones, by collection, with `number` records altogether. */
export function manyRecords(number: number): Record<keyof typeof kinds, string> {
  const texts: Record<keyof typeof kinds, string[]> = {
    sources: [],
    actors: [],
    deals: [],
    events: [],
    statements: [],
  }
  const order = Object.keys(kinds) as (keyof typeof kinds)[]
  const cycle = order.flatMap((kind) => Array<keyof typeof kinds>(kinds[kind].of10).fill(kind))
  for (let index = 0; index < number; index += 1) {
    const kind = cycle[index % cycle.length] as keyof typeof kinds
    texts[kind].push(kinds[kind].write(index))
  }
  return Object.fromEntries(order.map((kind) => [kind, `\n${texts[kind].join('\n')}`])) as Record<
    keyof typeof kinds,
    string
  >
}

/** The files of a casebook of so many records that refer to nothing else. */
export function largeFiles(number: number): SourceFile[] {
  return smallFiles(manyRecords(number))
}

/** How many of ten records are of a kind, and one of them. The first ten hold what the others refer to. */
const kinds = {
  sources: {
    of10: 2,
    write: (index: number) =>
      `- id: source-${index}
  publisher: ${name(index)} ${word(index * 7)}
  title: Report ${index} on ${word(index)} in ${place(index * 3)}
  published: ${day(index)}
  url: https://example.org/reports/${index}
  tier: press
`,
  },
  actors: {
    of10: 1,
    write: (index: number) =>
      `- id: actor-${index}
  name: ${name(index)} ${place(index)} ${index}
  kind: press
  role:
    value: { en: Buys ${word(index)} from ${place(index * 5)}, fr: Achète du ${word(index)} de ${place(index * 5)} }
    status: reported
    sources: [source-${nearSource(index)}]
`,
  },
  deals: {
    of10: 2,
    write: (index: number) =>
      `- id: deal-${index}
  name: { en: '${name(index * 3)}: ${word(index)} of ${place(index)} ${index}', fr: '${name(index * 3)} : ${word(index)} de ${place(index)} ${index}' }
  parties: [actor-${nearActor(index)}]
  kind: { en: purchase, fr: achat }
  status: announced
  stake: { value: ${(index % 97) + 0.5}, unit: percent, asOf: ${recently(index)}, status: announced, sources: [source-${nearSource(index)}] }
  price: { value: ${index * 1000}, unit: USD, asOf: ${recently(index)}, status: estimated, sources: [source-${nearSource(index)}], note: { en: Before ${word(index * 11)} was counted, fr: Avant le décompte du ${word(index * 11)} } }
`,
  },
  events: {
    of10: 4,
    write: (index: number) =>
      `- id: event-${index}
  date: ${day(index)}
  event:
    value:
      en: '${name(index)} and ${name(index * 13)} agree on ${word(index * 5)} and ${word(index)} at ${place(index * 7)} (${index})'
      fr: '${name(index)} et ${name(index * 13)} s’accordent sur le ${word(index * 5)} et le ${word(index)} à ${place(index * 7)} (${index})'
    status: confirmed
    sources: [source-${nearSource(index)}]
`,
  },
  statements: {
    of10: 1,
    write: (index: number) =>
      `- id: statement-${index}
  speaker: ${name(index * 17)}
  paraphrase: { en: 'The price of ${word(index)} will fall in ${place(index)} by ${index % 60}%', fr: 'Le prix du ${word(index)} baissera en ${place(index)} de ${index % 60} %' }
  form: paraphrase
  status: reported
  sources: [source-${nearSource(index)}]
`,
  },
} satisfies Record<string, { of10: number; write(index: number): string }>

/** The source, and the actor, of the same ten. */
const nearSource = (index: number) => index - (index % 10)
const nearActor = (index: number) => index - (index % 10) + 2

const beginnings = [
  'Al',
  'Bor',
  'Cen',
  'Dra',
  'El',
  'Fro',
  'Gra',
  'Hel',
  'Il',
  'Jor',
  'Kar',
  'Lom',
  'Mar',
  'Nor',
  'Or',
]
const middles = [
  'an',
  'be',
  'co',
  'di',
  'ê',
  'fa',
  'go',
  'i',
  'lu',
  'mi',
  'no',
  'pé',
  'ra',
  'ti',
  'u',
  'vo',
  'za',
]
const ends = ['dor', 'cia', 'gas', 'mont', 'ria', 'ska', 'ton', 'vale', 'xis', 'zur', 'lle']
const words = [
  'cobalt',
  'copper',
  'zinc',
  'tin',
  'nickel',
  'lithium',
  'graphite',
  'tantalum',
  'gallium',
  'manganese',
]

const of = (list: readonly string[], index: number) => list[index % list.length] as string
const name = (index: number) => of(beginnings, index) + of(middles, index >> 2) + of(ends, index >> 4)
const place = (index: number) => of(beginnings, index >> 3) + of(middles, index) + of(ends, index >> 5)
const word = (index: number) => of(words, index >> 1)
const day = (index: number) =>
  `20${10 + (index % 16)}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`
/** Not so long before the day of the casebook that a claim is stale. */
const recently = (index: number) => `2026-02-${String((index % 28) + 1).padStart(2, '0')}`
