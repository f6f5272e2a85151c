import type { ReactElement } from 'react'
import type { Collection, Key, Node } from 'react-stately'
import { keyOfRecord } from '../../engine/casebook/index.js'
import type { CasebookRecord } from '../../engine/casebook/types.js'

/** How the records of a list are shown. */
export interface RecordMeans {
  /** What is said of a record, and what finds it by its first letters. */
  nameOf(record: CasebookRecord): string
  render(node: Node<CasebookRecord>): ReactElement
}

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
  /** Of the keys that were asked for; -1 for one that is not listed. */
  private readonly placesInUse = new Map<Key, number>()

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
    return this.known && keyOfRecord(this.known) === key ? new RecordNode(this.known, -1, this.means) : null
  }

  at(place: number): RecordNode | null {
    if (place < 0 || place >= this.records.length) return null
    const node = this.nodeAt(place)
    this.placesInUse.set(node.key, place)
    return node
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
    const place = this.placesInUse.get(key) ?? this.records.findIndex((record) => isKeyOf(key, record))
    this.placesInUse.set(key, place)
    return place < 0 ? undefined : place
  }

  private nodeAt(place: number): RecordNode {
    const known = this.nodes[place]
    if (known) return known
    const node = new RecordNode(this.records[place] as CasebookRecord, place, this.means)
    this.nodes[place] = node
    return node
  }
}

/** One record of a list. Thousands are made of which nobody asks more than whether they are items. */
class RecordNode implements Node<CasebookRecord> {
  readonly type = 'item'
  readonly value: CasebookRecord
  readonly index: number
  private readonly means: RecordMeans

  constructor(record: CasebookRecord, index: number, means: RecordMeans) {
    this.value = record
    this.index = index
    this.means = means
  }

  get key(): Key {
    return keyOfRecord(this.value)
  }

  get textValue(): string {
    return this.means.nameOf(this.value)
  }

  get render(): RecordMeans['render'] {
    return this.means.render
  }

  get level(): number {
    return 0
  }

  get hasChildNodes(): boolean {
    return false
  }

  get childNodes(): RecordNode[] {
    return []
  }

  get rendered(): null {
    return null
  }

  get props(): object {
    return {}
  }
}

/** Without making the key of every record that is looked at. */
function isKeyOf(key: Key, { collection, id }: CasebookRecord): boolean {
  const text = String(key)
  return text.endsWith(id) && text.length === collection.length + 1 + id.length && text.startsWith(collection)
}
