import { keptWith } from '../../engine/base/index.js'
import {
  type Casebook,
  type CasebookRecord,
  type CollectionName,
  collectionNames,
} from '../../engine/casebook/types.js'
import { namingTexts, recordTexts } from './record-texts.js'
import { wordsOf } from './words-of.js'

/** In the order of lists: what briefs are about first, what it all rests on last. */
export const collectionsInOrder: readonly CollectionName[] = [
  'deals',
  ...collectionNames.filter((name) => name !== 'deals' && name !== 'sources'),
  'sources',
]

/**
 * Every record of a casebook, found by the beginnings of any words that it says, in any order and either language.
 *
 * It is made in as many steps as its maker likes; until it is ready, only all records are found. It then answers in a few
 * milliseconds, however many there are: for each word it holds the records that say it, and the words stand in order, so
 * that those which begin alike stand together.
 */
export class RecordIndex {
  /** Of all collections, in their order. */
  readonly records: readonly CasebookRecord[]
  private readonly casebook: Casebook
  /** By word, the records that say it, as numbers that rise: twice the place in `records`, and 1 where it names none. */
  private readonly said = new Map<string, number[]>()
  private readonly naming = new Map<CasebookRecord, string[]>()
  private next = 0
  private words: string[] | undefined

  constructor(casebook: Casebook) {
    this.casebook = casebook
    this.records = collectionsInOrder.flatMap((name) => casebook.collections[name])
  }

  get isReady(): boolean {
    return this.words !== undefined
  }

  /** Takes up records, one at least, while `hasTime`. */
  makeReady(hasTime: () => boolean): void {
    if (this.words) return
    do this.takeUp(this.next++)
    while (this.next < this.records.length && hasTime())
    if (this.next < this.records.length) return
    this.words = [...this.said.keys()].sort()
    this.naming.clear()
  }

  /**
   * The records, of one collection or of all, that say every word of `query` or one that begins so. Those that are called so
   * come first. An empty query finds all.
   */
  find(query: string, collection?: CollectionName): readonly CasebookRecord[] {
    const sought = [...new Set(wordsOf(query))].slice(0, mostWords)
    if (sought.length === 0) return collection ? this.casebook.collections[collection] : this.records
    // How many of the words so far each record says, and how many are in its name.
    const says = new Uint8Array(this.records.length)
    const named = new Uint8Array(this.records.length)
    sought.forEach((word, before) => {
      for (const entries of this.saying(word))
        for (const entry of entries) {
          const place = entry >> 1
          if (says[place] === before) says[place] = before + 1
          if ((entry & 1) === 0 && named[place] === before) named[place] = before + 1
        }
    })
    const isAsked = (record: CasebookRecord) => collection === undefined || record.collection === collection
    const all = sought.length
    return [
      ...this.records.filter((record, place) => named[place] === all && isAsked(record)),
      ...this.records.filter(
        (record, place) => says[place] === all && named[place] !== all && isAsked(record),
      ),
    ]
  }

  /** What is noted of each word that begins so. */
  private saying(beginning: string): number[][] {
    const found: number[][] = []
    const words = this.words ?? []
    for (let at = firstFrom(words, beginning); words[at]?.startsWith(beginning); at += 1)
      found.push(this.said.get(words[at] as string) as number[])
    return found
  }

  private takeUp(place: number): void {
    const record = this.records[place]
    if (!record) return
    const { said, linked } = recordTexts(record, this.casebook)
    for (const word of this.namingOf(record)) this.note(word, place * 2)
    for (const text of said) for (const word of wordsOf(text)) this.note(word, place * 2 + 1)
    for (const other of linked) for (const word of this.namingOf(other)) this.note(word, place * 2 + 1)
  }

  private namingOf(record: CasebookRecord): string[] {
    const known = this.naming.get(record)
    if (known) return known
    const words = [...new Set(namingTexts(record, this.casebook).flatMap(wordsOf))]
    this.naming.set(record, words)
    return words
  }

  /** Once a record and word: what names it was noted first. */
  private note(word: string, entry: number): void {
    const entries = this.said.get(word)
    if (!entries) this.said.set(word, [entry])
    else if ((entries.at(-1) as number) >> 1 !== entry >> 1) entries.push(entry)
  }
}

/** As many as a byte counts and nobody types. */
const mostWords = 100

/** The place of the first of `words`, which stand in order, that is not before `word`. */
function firstFrom(words: readonly string[], word: string): number {
  let from = 0
  let to = words.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((words[middle] as string) < word) from = middle + 1
    else to = middle
  }
  return from
}

/** The one index of a casebook. */
export const recordIndexOf = keptWith((casebook: Casebook) => new RecordIndex(casebook))
