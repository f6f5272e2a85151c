import { isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import {
  indented,
  writeGroupInBrackets,
  writeInBrackets,
  writeScalar,
  writeYamlBetween,
} from './write-yaml.js'
import { fieldsOf } from './yaml-file.js'

export type Fields = Record<string, unknown>

/** In place of a stretch of the text stands another. */
interface Splice {
  start: number
  end: number
  text: string
}

/**
 * The text of a file whose `root` says `before`, changed to say `after`: a field that differs is written anew in the
 * manner in which it was written, and all that stands around it stays to the byte. A new field comes after those that
 * are before it in `order`. Lines end in `\n`.
 *
 * Nothing where the file is written in a manner that is not known here.
 */
export function editFields(
  text: string,
  root: YAMLMap,
  before: Fields,
  after: Fields,
  order: readonly string[],
): string | undefined {
  const splices = new FieldEditor(text).fields(root, before, after, order)
  return splices && spliced(text, splices)
}

/** Whether two values of a file say the same. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) => Object.hasOwn(other, name) && isSameData((one as Fields)[name], (other as Fields)[name]),
    )
  )
}

function spliced(text: string, splices: Splice[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, text: instead } of splices.sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, start), instead)
    at = Math.max(at, end)
  }
  return parts.join('') + text.slice(at)
}

/** Finds what of one text changes. What it cannot do gives `undefined`. */
class FieldEditor {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  fields(map: YAMLMap, before: Fields, after: Fields, order: readonly string[]): Splice[] | undefined {
    const given = new Map(
      fieldsOf(map).map(({ name }, index) => [name, map.items[index] as Pair<Node, Node>]),
    )
    const splices: (Splice[] | undefined)[] = []
    const stays = (name: string) => given.has(name) && own(after, name) !== undefined
    if (map.flow && map.range && ![...given.keys()].some(stays)) {
      const [start, end] = map.range
      return [{ start, end, text: writeGroupInBrackets(after, isQuoted(map.items[0]?.key as Node)) }]
    }
    for (const name of new Set([...order, ...Object.keys(before), ...Object.keys(after)])) {
      const [old, value] = [own(before, name), own(after, name)]
      if (isSameData(old, value)) continue
      const pair = given.get(name)
      const isLeftOut = value === undefined || isEmptyGroup(value)
      if (pair) splices.push(isLeftOut ? this.#remove(map, pair) : this.#change(map, pair, old, value))
      else if (!isLeftOut) {
        const isThere = map.flow ? stays : (other: string) => given.has(other)
        const earlier =
          order.slice(0, order.indexOf(name)).findLast(isThere) ??
          (map.flow ? [...given.keys()].findLast(stays) : undefined)
        splices.push(this.#insert(map, earlier === undefined ? undefined : given.get(earlier), name, value))
      }
    }
    return splices.some((some) => !some) ? undefined : splices.flatMap((some) => some ?? [])
  }

  #change(map: YAMLMap, pair: Pair<Node, Node>, old: unknown, value: unknown): Splice[] | undefined {
    const node = pair.value
    if (isMap(node) && isGroup(value) && isGroup(old)) {
      if (node.items.length === 0 && !map.flow) return this.#fillEmpty(pair, value)
      return this.fields(node, old, value, Object.keys(value))
    }
    if (isSeq(node) && Array.isArray(value) && value.length > 0 && Array.isArray(old)) {
      const splices = this.#list(node, old, value)
      if (splices) return splices
    }
    if (isScalar(node) && (typeof value === 'string' || typeof value === 'boolean'))
      return this.#scalar(map, pair.key, node, value)
    if (!node?.range) return undefined
    const text = map.flow
      ? writeInBrackets(pairName(pair), value, isQuoted(pair.key))
      : this.#block(pairName(pair), value, this.#column(pair.key)).replace(/\n$/, '')
    // A comment behind what goes would become part of a text of several lines.
    const end = this.#endOf(node)
    const until = text.includes('\n') ? lineEndAfter(this.#text, end) : end
    return [{ start: startOf(pair.key), end: until, text }]
  }

  #scalar(map: YAMLMap, key: Node, node: Scalar, value: string | boolean): Splice[] | undefined {
    if (!node.range) return undefined
    const start = node.range[0]
    const end = this.#endOf(node)
    const source = this.#text.slice(start, end)
    const column = this.#column(key)
    const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED
    const written = writeScalar(value, {
      type: node.type as Scalar.Type | undefined,
      source,
      column,
      step: (isBlock && !/^[|>][-+]*\d/.test(source) && stepOf(source, column)) || 2,
      isInBrackets: map.flow === true,
      hadLines: String(node.value).includes('\n'),
    })
    const [head = '', ...body] = written.split('\n')
    const lineEnd = lineEndAfter(this.#text, end)
    if (isBlock || body.length === 0) return [{ start, end, text: written }]
    // A comment behind the old value stays behind the head of the new one.
    return [
      { start, end, text: head },
      { start: lineEnd, end: lineEnd, text: `\n${body.join('\n')}` },
    ]
  }

  #insert(
    map: YAMLMap,
    after: Pair<Node, Node> | undefined,
    name: string,
    value: unknown,
  ): Splice[] | undefined {
    const first = map.items[0] as Pair<Node, Node> | undefined
    if (map.flow) {
      if (!after?.value?.range) return undefined
      const at = after.value.range[1]
      return [{ start: at, end: at, text: `, ${writeInBrackets(name, value, isQuoted(first?.key))}` }]
    }
    const neighbour = after ?? first
    if (!neighbour) return undefined
    const line = this.#lineStart(neighbour.key)
    if (line === undefined) return undefined
    const column = this.#column(neighbour.key)
    const written = `${' '.repeat(column)}${this.#block(name, value, column)}`
    if (!after) return [{ start: line, end: line, text: written }]
    const at = afterLine(this.#text, this.#endOf(after.value ?? after.key))
    const isLast = this.#text[at - 1] !== '\n'
    return [{ start: at, end: at, text: isLast ? `\n${written.replace(/\n$/, '')}` : written }]
  }

  #remove(map: YAMLMap, pair: Pair<Node, Node>): Splice[] | undefined {
    const end = this.#endOf(pair.value ?? pair.key)
    if (!map.flow) {
      const start = this.#lineStart(pair.key)
      return start === undefined ? undefined : [{ start, end: afterLine(this.#text, end), text: '' }]
    }
    const before = this.#text.slice(0, startOf(pair.key))
    const comma = /^\s*,[ \t]*/.exec(this.#text.slice(end))
    if (comma) return [{ start: before.length, end: end + comma[0].length, text: '' }]
    return [{ start: before.length - (/,\s*$/.exec(before)?.[0].length ?? 0), end, text: '' }]
  }

  /** `parameters: {}` becomes a group with a line for each of its fields. */
  #fillEmpty(pair: Pair<Node, Node>, value: Fields): Splice[] | undefined {
    const range = pair.value?.range
    if (!range) return undefined
    const start = this.#text.slice(0, range[0]).trimEnd().length
    const lineEnd = lineEndAfter(this.#text, range[1])
    const column = this.#column(pair.key) + 2
    const lines = `${' '.repeat(column)}${indented(writeYamlBetween(value), column)}`.replace(/\n$/, '')
    return [
      { start, end: range[1], text: '' },
      { start: lineEnd, end: lineEnd, text: `\n${lines}` },
    ]
  }

  /** Items at both ends that stay are not touched; one that only moved keeps its line. */
  #list(list: YAMLSeq, old: unknown[], value: unknown[]): Splice[] | undefined {
    const items = list.items as Node[]
    if (items.length !== old.length || items.length === 0 || !items.every((item) => isScalar(item)))
      return undefined
    if (!value.every((item) => typeof item === 'string')) return undefined
    let head = 0
    while (head < old.length && head < value.length && old[head] === value[head]) head += 1
    let tail = 0
    const most = Math.min(old.length, value.length) - head
    while (tail < most && old.at(-1 - tail) === value.at(-1 - tail)) tail += 1
    const pieces = items.map((item) => (list.flow ? this.#itemInBrackets(item) : this.#itemOnLine(item)))
    if (pieces.some((piece) => !piece)) return undefined
    const stretch = (index: number) => pieces[index] as { start: number; end: number }
    const moved = new Map(
      old.slice(head, old.length - tail).map((item, index) => [item, stretch(head + index)]),
    )
    const dash = list.flow ? '' : this.#text.slice(stretch(0).start, startOf(items[0] as Node))
    const written = value.slice(head, value.length - tail).map((item) => {
      const known = moved.get(item)
      if (known) return this.#text.slice(known.start, known.end).replace(/\n$/, '')
      const style = { ...plainStyle, type: (items[0] as Scalar).type as Scalar.Type, isInBrackets: true }
      return dash + writeScalar(item, style)
    })
    return list.flow ? bracketSplices() : lineSplices()

    function lineSplices(): Splice[] {
      const text = written.map((line) => `${line}\n`).join('')
      const start = head < old.length ? stretch(head).start : stretch(head - 1).end
      return [{ start, end: head < old.length - tail ? stretch(old.length - tail - 1).end : start, text }]
    }
    function bracketSplices(): Splice[] {
      const text = written.join(', ')
      const isNothingOld = head === old.length - tail
      if (!isNothingOld && written.length > 0)
        return [{ start: stretch(head).start, end: stretch(old.length - tail - 1).end, text }]
      if (isNothingOld) {
        const at = head > 0 ? stretch(head - 1).end : stretch(0).start
        return [{ start: at, end: at, text: head > 0 ? `, ${text}` : `${text}, ` }]
      }
      return tail > 0
        ? [{ start: stretch(head).start, end: stretch(old.length - tail).start, text: '' }]
        : [{ start: stretch(head - 1).end, end: stretch(old.length - 1).end, text: '' }]
    }
  }

  #itemInBrackets(item: Node): { start: number; end: number } | undefined {
    return item.range ? { start: item.range[0], end: item.range[1] } : undefined
  }

  /** The whole line of an item, with the comment behind it. */
  #itemOnLine(item: Node): { start: number; end: number } | undefined {
    const line = lineStartBefore(this.#text, startOf(item))
    const end = this.#endOf(item)
    if (!/^ *- +$/.test(this.#text.slice(line, startOf(item)))) return undefined
    return this.#text[lineEndAfter(this.#text, end)] === '\n'
      ? { start: line, end: afterLine(this.#text, end) }
      : undefined
  }

  /** `name: value` with lines that begin where a key in `column` has them; it ends with its line. */
  #block(name: string, value: unknown, column: number): string {
    return indented(writeYamlBetween({ [name]: value }), column)
  }

  #column(key: Node): number {
    return startOf(key) - lineStartBefore(this.#text, startOf(key))
  }

  /** Nothing where something else stands before it on its line. */
  #lineStart(key: Node): number | undefined {
    const start = lineStartBefore(this.#text, startOf(key))
    return /^ *$/.test(this.#text.slice(start, startOf(key))) ? start : undefined
  }

  /** Behind its last character. Empty lines below a text in a block are no part of it, unless it keeps them. */
  #endOf(node: Node): number {
    const last = lastWithin(node)
    const [start = 0, end = 0] = last.range ?? []
    const isBlock =
      isScalar(last) && (last.type === Scalar.BLOCK_LITERAL || last.type === Scalar.BLOCK_FOLDED)
    if (!isBlock) return end
    const source = this.#text.slice(start, end)
    if (/^[|>]\d?\+/.test(source)) return source.endsWith('\n') ? end - 1 : end
    return start + source.replace(/(\n[ \t]*)+$/, '').length
  }
}

const plainStyle = { source: '', step: 2, column: 0, hadLines: false }

function isQuoted(key: Node | undefined): boolean {
  return isScalar(key) && key.type === Scalar.QUOTE_DOUBLE
}

function pairName({ key }: Pair<Node, Node>): string {
  return isScalar(key) ? String(key.value) : ''
}

function lastWithin(node: Node): Node {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1) as Pair<Node, Node> | undefined
    return last ? lastWithin(last.value ?? last.key) : node
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1) as Node | undefined
    return last ? lastWithin(last) : node
  }
  return node
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}

function lineStartBefore(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

function lineEndAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function afterLine(text: string, at: number): number {
  return Math.min(text.length, lineEndAfter(text, at) + 1)
}

/** How much further in than its key a text in a block stands. */
function stepOf(source: string, column: number): number | undefined {
  const [, spaces] = /\n( +)\S/.exec(source) ?? []
  return spaces && spaces.length > column ? Math.min(9, spaces.length - column) : undefined
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

function isGroup(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmptyGroup(value: unknown): boolean {
  return isGroup(value) && Object.keys(value).length === 0
}
