import type { ReactElement } from 'react'
import type { Collection, Key, Node } from 'react-stately'
import { keyOfRecord } from '../../engine/casebook/index.js'
import type { CasebookRecord } from '../../engine/casebook/types.js'

type RecordNode = Node<CasebookRecord>

/**
 * Records as a list of react-aria takes them, by `collection/id`. Its own collections are made by rendering every item,
 * those out of sight too, which takes seconds where there are thousands; here a record is an item when it is asked for.
 */
export class RecordCollection implements Collection<RecordNode> {
  private readonly records: readonly CasebookRecord[]
  /** One that is chosen: it has a name although another search does not list it. */
  private readonly known: CasebookRecord | undefined
  private readonly nodes: RecordNode[] = []
  private readonly means: RecordMeans
  private places: Map<Key, number> | undefined

  constructor(records: readonly CasebookRecord[], known: CasebookRecord | undefined, means: RecordMeans) {
    this.records = records
    this.known = known
    this.means = means
  }

  get size(): number {
    return this.records.length
  }

  *[Symbol.iterator](): Generator<RecordNode> {
    for (let place = 0; place < this.records.length; place += 1) yield this.nodeAt(place)
  }

  *getKeys(): Generator<Key> {
    for (const { key } of this) yield key
  }

  getItem(key: Key): RecordNode | null {
    const place = this.placeOf(key)
    if (place !== undefined) return this.nodeAt(place)
    return this.known && keyOfRecord(this.known) === key ? nodeOf(this.known, -1, this.means) : null
  }

  at(place: number): RecordNode | null {
    return place < 0 || place >= this.records.length ? null : this.nodeAt(place)
  }

  getKeyBefore(key: Key): Key | null {
    return this.keyAt((this.placeOf(key) ?? 0) - 1)
  }

  getKeyAfter(key: Key): Key | null {
    const place = this.placeOf(key)
    return place === undefined ? null : this.keyAt(place + 1)
  }

  getFirstKey(): Key | null {
    return this.keyAt(0)
  }

  getLastKey(): Key | null {
    return this.keyAt(this.records.length - 1)
  }

  getChildren(): RecordNode[] {
    return []
  }

  private keyAt(place: number): Key | null {
    return this.at(place)?.key ?? null
  }

  private placeOf(key: Key): number | undefined {
    this.places ??= new Map(this.records.map((record, place) => [keyOfRecord(record), place]))
    return this.places.get(key)
  }

  private nodeAt(place: number): RecordNode {
    const known = this.nodes[place]
    if (known) return known
    const node = nodeOf(this.records[place] as CasebookRecord, place, this.means)
    this.nodes[place] = node
    return node
  }
}

/** How the records of a list are shown. */
export interface RecordMeans {
  /** What is said of a record, and what finds it by its first letters. */
  nameOf(record: CasebookRecord): string
  render(node: RecordNode): ReactElement
}

function nodeOf(record: CasebookRecord, index: number, { nameOf, render }: RecordMeans): RecordNode {
  return {
    type: 'item',
    key: keyOfRecord(record),
    value: record,
    level: 0,
    index,
    hasChildNodes: false,
    childNodes: [],
    rendered: null,
    props: {},
    render,
    // Thousands are listed whose names nobody reads.
    get textValue() {
      return nameOf(record)
    },
  }
}
