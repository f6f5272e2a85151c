import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { withoutByteOrderMark } from '../base/index.js'
import {
  type Casebook,
  type CollectionName,
  collectionNames,
  type FieldDefinition,
  findAnywhere,
  keyOfRecord,
} from '../casebook/index.js'
import { commentsIn } from './cut-comments.js'
import { type Cut, type EditedText, editText, wholeText } from './edit-text.js'

/**
 * A file of the casebook without comments, without the records of `leftOut` and without references to them.
 *
 * What is left stands as its author wrote it. Redacting what has been redacted changes nothing.
 */
export function redactFile(
  file: { path: string; text: string },
  casebook: Casebook,
  leftOut: ReadonlySet<string>,
): EditedText {
  const whole = wholeText(withoutByteOrderMark(file.text))
  const plain = editText(whole, commentsIn(whole.text))
  const root = parseDocument(plain.text, { schema: 'core' }).contents
  const collection = collectionNames.find((name) => file.path === `casebook/${name}.yaml`)
  const cuts = new Cuts(plain.text)
  const isLeftOut = (target: CollectionName | 'any', id: string): boolean => {
    if (target !== 'any') return leftOut.has(`${target}/${id}`)
    const found = findAnywhere(casebook, id)
    return found !== undefined && leftOut.has(keyOfRecord(found))
  }
  if (collection === undefined) {
    if (isMap(root)) cutFeatured(root, cuts, isLeftOut)
  } else if (isSeq(root)) {
    const kept = (item: unknown): boolean =>
      !isMap(item) || !leftOut.has(`${collection}/${String(item.get('id'))}`)
    cuts.keepItems(root, kept)
    for (const item of root.items)
      if (isMap(item) && kept(item)) cutReferences(item, casebook.schema[collection], cuts, isLeftOut)
  }
  return editText(plain, cuts.list)
}

type IsLeftOut = (target: CollectionName | 'any', id: string) => boolean

function cutFeatured(root: YAMLMap, cuts: Cuts, isLeftOut: IsLeftOut): void {
  const featured = root.get('featured', true)
  if (!isMap(featured)) return
  for (const pair of featured.items)
    cutList(pair, cuts, (id) => isLeftOut(nameOf(pair) as CollectionName, id))
}

function cutReferences(
  record: YAMLMap,
  fields: readonly FieldDefinition[],
  cuts: Cuts,
  isLeftOut: IsLeftOut,
): void {
  const isSourceOut = (id: string): boolean => isLeftOut('sources', id)
  cuts.keepItems(record, (pair) => {
    const field = fields.find(({ name }) => name === nameOf(pair as Pair))
    return field?.kind !== 'reference' || !isLeftOut(target(field), idOf((pair as Pair).value))
  })
  for (const pair of record.items) {
    const field = fields.find(({ name }) => name === nameOf(pair))
    if (field?.kind === 'references') cutList(pair, cuts, (id) => isLeftOut(target(field), id))
    if (field?.kind === 'claim') cutSources(pair.value, cuts, isSourceOut)
    if (field?.kind === 'claims' && isSeq(pair.value))
      for (const claim of pair.value.items) cutSources(claim, cuts, isSourceOut)
  }
}

/** The sources of a claim and of its readings. */
function cutSources(claim: unknown, cuts: Cuts, isOut: (id: string) => boolean): void {
  if (!isMap(claim)) return
  for (const pair of claim.items) {
    if (nameOf(pair) === 'sources') cutList(pair, cuts, isOut)
    if (nameOf(pair) === 'alternatives' && isSeq(pair.value))
      for (const reading of pair.value.items) cutSources(reading, cuts, isOut)
  }
}

function cutList(pair: Pair, cuts: Cuts, isOut: (id: string) => boolean): void {
  const { key, value } = pair
  if (!isSeq(value) || !value.items.some((item) => isOut(idOf(item)))) return
  if (value.items.every((item) => isOut(idOf(item)))) cuts.emptyList(key as Node, value)
  else cuts.keepItems(value, (item) => !isOut(idOf(item)))
}

/** Cuts of list items and fields, in block style as in brackets. */
class Cuts {
  readonly list: Cut[] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Takes out the items of a list, or the fields of a map, that `isKept` refuses. */
  keepItems(collection: YAMLSeq | YAMLMap, isKept: (item: unknown) => boolean): void {
    const items = collection.items as unknown[]
    const starts = items.map((item) => this.startOf(item, collection.flow === true))
    items.forEach((item, index) => {
      if (isKept(item)) return
      const start = starts[index] as number
      const next = starts[index + 1]
      if (next !== undefined) this.list.push({ start, end: next })
      else this.list.push({ start: this.startOfLast(items, isKept, start), end: this.endOf(item) })
    })
  }

  /** `[]` in the place of a list of which nothing is left. */
  emptyList(key: Node, value: YAMLSeq): void {
    const colon = this.text.indexOf(':', (key.range as [number, number, number])[1])
    const last = value.items.at(-1)
    const end = value.flow ? (value.range as [number, number, number])[1] : this.endOf(last)
    this.list.push({ start: colon + 1, end, instead: ' []' })
  }

  /** Where an item begins: at its dash, in brackets at its first letter. */
  private startOf(item: unknown, isFlow: boolean): number {
    const node = (isScalar(item) || isMap(item) || isSeq(item) ? item : (item as Pair).key) as Node
    const start = (node.range as [number, number, number])[0]
    if (isFlow || node !== item) return start
    return /-\s+(?:[&!]\S*\s+)*$/.exec(this.text.slice(0, start))?.index ?? start
  }

  /** With the last item goes what sets it apart from the last one that is kept: a comma, or its own line. */
  private startOfLast(items: unknown[], isKept: (item: unknown) => boolean, start: number): number {
    const before = items.findLast(isKept)
    return before === undefined ? start : this.endOf(before)
  }

  private endOf(item: unknown): number {
    const pair = item as Pair
    const isNode = isScalar(item) || isMap(item) || isSeq(item)
    const node = (isNode ? item : (pair.value ?? pair.key)) as Node
    const [start, end] = node.range as [number, number, number]
    return start + this.text.slice(start, end).trimEnd().length
  }
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : ''
}

function idOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : ''
}

function target({ collection }: FieldDefinition): CollectionName | 'any' {
  return collection ?? 'any'
}
