import { describe, expect, it } from 'vitest'
import type { Casebook, CasebookRecord } from '../../../engine/casebook/types.js'
import { RecordIndex } from '../../../renderer/casebook/record-index.js'
import { recordTexts } from '../../../renderer/casebook/record-texts.js'
import { wordsOf } from '../../../renderer/casebook/words-of.js'
import { casebookOf, smallFiles } from '../../small/casebook.js'
import { largeFiles } from '../../small/large-casebook.js'

const large = casebookOf(largeFiles(200))

const casebook = casebookOf(
  smallFiles({
    actors: `- id: acme
  name: Société Générale des Mines
  kind: company
- id: orion
  name: Orion CMC
  kind: company
`,
    deals: `- id: mutanda-stake
  name: { en: 'Orion CMC – Glencore: 40% of Mutanda', fr: 'Orion CMC – Glencore : 40 % de Mutanda' }
  parties: [orion, acme]
  kind: { en: purchase of shares, fr: achat de parts }
  status: announced
  price: { value: 12500, unit: USD, status: reported, sources: [first], asOf: 2026-01-10,
    note: { en: Before fees were known, fr: Avant que les frais ne soient connus } }
  volume: { value: 1.5, unit: Mt, status: disputed, sources: [second], asOf: 2026-01-10,
    alternatives: [{ value: 1.5, unit: Mt, sources: [second] }, { value: 2.25, unit: Mt, sources: [first], note: counted twice }] }
- id: other
  name: Another one
  parties: [acme]
  kind: sale
  status: announced
`,
    statements: `- id: said
  speaker: A minister
  paraphrase: { en: Orion will not buy Mutanda, fr: Orion n’achètera pas Mutanda }
  form: paraphrase
  status: reported
  sources: [second]
`,
  }),
)

describe('finding records', () => {
  it.each([
    ['by the beginnings of any words of its name, in any order', 'muta gle ori', ['mutanda-stake']],
    ['by its name in the other language', 'achat parts', ['mutanda-stake']],
    ['by a part of its id', 'stake', ['mutanda-stake']],
    ['without accents and capitals', 'SOCIETE generale', ['acme', 'mutanda-stake', 'other']],
    ['with accents that are not there', 'Oriôn glencöre', ['mutanda-stake']],
    ['by a figure as it stands in the file', '12500', ['mutanda-stake']],
    ['by a figure as it is shown in English', '12,500', ['mutanda-stake']],
    ['by a figure as it is shown in French', '1,5 million', ['mutanda-stake']],
    ['by another reading of what is disputed', '2.25 twice', ['mutanda-stake']],
    ['by the note of a claim', 'fees', ['mutanda-stake']],
    ['by what somebody said', 'will not buy', ['said']],
    ['by the title of its sources', 'first report mutanda', ['mutanda-stake']],
    ['by the names of those whom it is about', 'mines another', ['other']],
    ['not within words', 'rion', []],
    ['only if every word is said', 'orion nowhere', []],
  ])('finds %s', (_how, query, ids) => {
    const found = ready(casebook).find(query)
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  it('puts those that are called so before those that say so', () => {
    expect(
      ready(casebook)
        .find('orion mutanda')
        .map(({ id }) => id),
    ).toEqual(['mutanda-stake', 'said'])
    expect(ready(casebook).find('report')[0]?.collection).toBe('sources')
  })

  it('keeps to one collection when asked', () => {
    expect(
      ready(casebook)
        .find('orion', 'statements')
        .map(({ id }) => id),
    ).toEqual(['said'])
    expect(
      ready(casebook)
        .find('', 'actors')
        .map(({ id }) => id),
    ).toEqual(['acme', 'orion'])
  })

  it('finds all records for an empty query, deals first and sources last', () => {
    const found = ready(casebook)
      .find(' – ')
      .map(({ collection }) => collection)
    expect(found).toHaveLength(Object.values(casebook.collections).flat().length)
    expect([found[0], found.at(-1)]).toEqual(['deals', 'sources'])
  })
})

describe('making the index', () => {
  it('goes on where it stopped, and finds by words when it is ready and not before', () => {
    const index = new RecordIndex(large)
    let steps = 0
    for (; !index.isReady; steps += 1) {
      expect(index.find('report')).toEqual([])
      index.makeReady(() => false)
    }
    expect(steps).toBe(200)
    expect(index.find('report').length).toBeGreaterThan(0)
    expect(index.find('').length).toBe(200)
  })

  it('finds what a look through all texts finds', () => {
    const index = ready(large)
    const all = Object.values(large.collections).flat()
    for (const query of ['cobalt', 'orra', 'source-1', '2014', 'price fall', 'e'])
      expect(new Set(index.find(query))).toEqual(new Set(all.filter((record) => says(record, query))))
  })
})

/** Slowly: every text of the record is read for every word. */
function says(record: CasebookRecord, query: string): boolean {
  const { naming, said, linked } = recordTexts(record, large)
  const words = [...naming, ...said, ...linked.flatMap((other) => recordTexts(other, large).naming)].flatMap(
    wordsOf,
  )
  return wordsOf(query).every((sought) => words.some((word) => word.startsWith(sought)))
}

function ready(of: Casebook): RecordIndex {
  const index = new RecordIndex(of)
  while (!index.isReady) index.makeReady(() => true)
  return index
}
