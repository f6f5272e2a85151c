import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  visit,
  type YAMLMap,
  YAMLParseError,
} from 'yaml'
import type { Diagnostic, FilePlace, SourceFile } from '../base/index.js'
import { fewFaults, shortened, startOf, withoutByteOrderMark } from '../base/index.js'
import { depthOf } from './depth-of.js'

/** A YAML file whose nodes still know where they stand. `root` is `null` for an empty file. */
export interface YamlFile {
  path: string
  text: string
  root: Node | null
  lines: LineCounter
}

/** Whose file it is, as the codes of its faults begin: `template/yaml-syntax`. */
export type Layer = 'casebook' | 'template' | 'brief' | 'theme'

/**
 * Reads the YAML of one file. The diagnostics are the syntax errors; with any of them `file` is left out, since
 * what the parser guessed of a broken file would only raise more, misleading ones.
 */
export function readYamlFile(
  source: SourceFile,
  layer: Layer,
): { file?: YamlFile; diagnostics: Diagnostic[] } {
  const lines = new LineCounter()
  // `core` reads 2026-02-03 as text, which is what keeps a date as exact as it is written.
  const text = withoutByteOrderMark(source.text)
  if (marksIn(text) > mostMarks) return { diagnostics: [tooMany(source.path, layer)] }
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  if (depthOf(tokens) > deepest) return { diagnostics: [tooDeep(source.path, layer)] }
  const document = compose(tokens, text, lines)
  const file: YamlFile = { path: source.path, text, root: document.contents as Node | null, lines }
  const diagnostics = firstOfEachLine(document.errors, lines).map((error): Diagnostic => {
    return {
      severity: 'error',
      code: `${layer}/yaml-syntax`,
      ...explain(error, text),
      at: placeAt(file, error.pos[0], error.pos[1]),
    }
  })
  // The library makes pairs, bytes and the like of some, which no file of ours has, and leaves out those it does not know.
  const refuseTag = (node: Node) => {
    const { tag } = node as { tag?: string }
    if (tag !== undefined && !plainTags.has(tag)) diagnostics.push(unknownTag(file, node, tag, layer))
  }
  visit(document, {
    Map(_, node) {
      refuseTag(node)
      const { items } = node
      diagnostics.push(...keysSaidTwice(file, items as Pair<Node>[], layer))
    },
    Scalar: (_, node) => refuseTag(node),
    Seq: (_, node) => refuseTag(node),
    // An alias can blow a small file up to gigabytes, and a reader of the file does not see the value it stands for.
    Alias(_, node) {
      diagnostics.push({
        severity: 'error',
        code: `${layer}/alias`,
        message: `found the alias \`*${node.source}\`, expected the value itself`,
        hints: ['write the value out instead of `*` and `&`'],
        at: placeOf(file, node),
      })
    },
  })
  if (diagnostics.length > 0) return { diagnostics: fewFaults(diagnostics, layer) }
  return { file, diagnostics: fewFaults(lostMarks(file, document, layer), layer) }
}

/** Anchors and tags, which YAML takes off the beginning of a text: `&Sons`, `!new`. */
function lostMarks(file: YamlFile, document: Document.Parsed, layer: Layer): Diagnostic[] {
  const found: Diagnostic[] = []
  visit(document, {
    Node(_, node) {
      const start = node.range?.[0]
      if (start === undefined) return
      const mark = /(?:[&!][^\s&!]*[ \t]*)+$/.exec(file.text.slice(Math.max(0, start - 80), start))?.[0]
      const hasMark = ('anchor' in node && node.anchor) || /[&!]/.test(file.text.charAt(start))
      if (!hasMark && !(mark && node.tag && mark.includes('!'))) return
      const words = (mark ?? /^\S+/.exec(file.text.slice(start))?.[0] ?? '').trim()
      const from = mark ? start - mark.length : start
      found.push({
        severity: 'warning',
        code: `${layer}/lost-mark`,
        message: `found \`${shortened(words)}\`, which YAML takes for a name or kind and not for text`,
        hints: ['put the text between quotation marks, or leave it out'],
        at: placeAt(file, from, from + words.length),
      })
    },
  })
  return found
}

const coreTag = 'tag:yaml.org,2002:'

/** Tags that say no more than what a value is by itself. */
const plainTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => coreTag + name),
)

function unknownTag(file: YamlFile, node: Node, tag: string, layer: Layer): Diagnostic {
  return {
    severity: 'error',
    code: `${layer}/yaml-syntax`,
    message: `found the tag \`${shortened(tag.replace(coreTag, '!!'))}\`, expected the value itself`,
    hints: ['remove the tag'],
    at: placeOf(file, node),
  }
}

/** How many signs may part what a file says from each other: some hundred thousand values. */
const mostMarks = 4_000_000

/** How many signs of YAML are in a text, those within words and all. Each takes the library time and memory. */
function marksIn(text: string): number {
  let marks = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    // A hyphen is one before a space; most are in words and dates.
    if (isMark[code] || (code === hyphen && text.charCodeAt(index + 1) === space)) marks += 1
  }
  return marks
}

const [hyphen, space] = [0x2d, 0x20]
const signs = '\n,:[]{}?"\'%!&*|>#\t'
const isMark = Uint8Array.from({ length: 128 }, (_, code) =>
  signs.includes(String.fromCharCode(code)) ? 1 : 0,
)

function tooMany(file: string, layer: Layer): Diagnostic {
  return {
    severity: 'error',
    code: `${layer}/too-many-values`,
    message: 'found more values than one file may have, some hundred thousand',
    hints: ['split the file, or check that it is the one you meant'],
    at: startOf(file),
  }
}

/** The library would compare each key of a group with all before it. */
function keysSaidTwice(file: YamlFile, items: readonly Pair<Node>[], layer: Layer): Diagnostic[] {
  const seen = new Set<unknown>()
  return items.flatMap(({ key }) => {
    const said = isScalar(key) ? key.value : key
    if (!seen.has(said)) {
      seen.add(said)
      return []
    }
    const start = key.range?.[0] ?? 0
    return {
      severity: 'error',
      code: `${layer}/yaml-syntax`,
      message: 'found a field twice, expected it once',
      hints: ['remove one of the two'],
      at: placeAt(file, start, start + 1),
    }
  })
}

/** How many lists and groups may lie within each other: more than anybody writes by hand. */
const deepest = 100

/** The library composes what lies in each other by calls within calls, and ends the program where it runs out of them. */
function tooDeep(file: string, layer: Layer): Diagnostic {
  return {
    severity: 'error',
    code: `${layer}/yaml-syntax`,
    message: `found lists or groups more than ${deepest} deep within each other`,
    hints: ['check where this file comes from'],
    at: startOf(file),
  }
}

/** As the library's `parseDocument` does. */
function compose(tokens: CST.Token[], text: string, lineCounter: LineCounter): Document.Parsed {
  const composer = new Composer({ lineCounter, schema: 'core', prettyErrors: false, uniqueKeys: false })
  const [first, second] = composer.compose(tokens, true, text.length)
  const document = first as Document.Parsed
  if (second)
    document.errors.push(
      new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'several documents'),
    )
  return document
}

export function placeOf(file: YamlFile, node: Node | null | undefined): FilePlace {
  const range = node?.range
  return range ? placeAt(file, range[0], range[1]) : startOf(file.path)
}

/** The fields of a map in the order of the file. A key that is no plain word has an empty name. */
export function fieldsOf(map: YAMLMap): { name: string; key: Node; node: Node | null }[] {
  return map.items.map((pair: Pair) => {
    const key = pair.key as Node
    return {
      name: isScalar(key) && key.value !== null ? String(key.value) : '',
      key,
      node: pair.value as Node | null,
    }
  })
}

/** What stands at `path` below `node`, or the last node on the way there. */
export function nodeAt(node: Node | null, path: readonly PropertyKey[]): Node | null {
  let here = node
  for (const step of path) {
    const next =
      isMap(here) || (here && 'items' in here) ? (here as YAMLMap).get(step as string, true) : undefined
    if (!next) return here
    here = next as unknown as Node
  }
  return here
}

/** The node as plain data; no aliases are left at this point. */
export function plain(node: Node | null): unknown {
  if (!node || isAlias(node)) return null
  if (isScalar(node)) return node.value
  if (isMap(node)) return Object.fromEntries(fieldsOf(node).map((field) => [field.name, plain(field.node)]))
  return (node as unknown as { items: Node[] }).items.map(plain)
}

/** How a message names what was found: `` `abc` ``, `a list`… */
export function wordsFor(node: Node | null): string {
  if (!node || (isScalar(node) && node.value === null)) return 'nothing'
  if (isScalar(node)) return `\`${shortened(node.source ?? String(node.value))}\``
  return isMap(node) ? 'a group of fields' : 'a list'
}

/** From one offset of a file to another. */
export function placeAt(file: YamlFile, start: number, end: number): FilePlace {
  const from = file.lines.linePos(start)
  const to = file.lines.linePos(Math.max(start, end))
  return {
    file: file.path,
    line: Math.max(1, from.line),
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line),
    endColumn: Math.max(1, to.col),
  }
}

/** Further errors on a line only follow from how the parser went on after its first. */
function firstOfEachLine(errors: readonly YAMLParseError[], lines: LineCounter): YAMLParseError[] {
  const seen = new Set<number>()
  return errors.filter((error) => {
    const { line } = lines.linePos(error.pos[0])
    return !seen.has(line) && seen.add(line)
  })
}

/** The parser's complaint in an author's words, where it is one of those that hand-written files run into. */
function explain({ code, message, pos }: YAMLParseError, text: string): { message: string; hints: string[] } {
  const lineStart = text.lastIndexOf('\n', pos[0] - 1) + 1
  if (/^ *\t/.test(text.slice(lineStart)))
    return {
      message: 'found a tab at the beginning of the line, expected spaces',
      hints: ['indent with spaces'],
    }
  const open = /^Flow (sequence|map) .* end with a (.)/.exec(message)
  if (open)
    return {
      message: `found the end of a ${open[1] === 'map' ? 'group of fields' : 'list'}, expected \`${open[2]}\` before it`,
      hints: [`close the bracket with \`${open[2]}\``],
    }
  switch (code) {
    case 'MULTIPLE_DOCS':
      return {
        message: 'found `---` within the file, expected one list of records',
        hints: ['remove the line `---`'],
      }
    case 'BAD_INDENT':
      return {
        message: 'found a line that stands further in or out than its neighbours',
        hints: ['line the field up with the others of its record'],
      }
    case 'MISSING_CHAR':
      return {
        message: `this is not YAML: ${lowerFirst(message)}`,
        hints: ['close the bracket or quotation mark that was opened'],
      }
    default:
      return {
        message: `this is not YAML: ${lowerFirst(message)}`,
        hints: ['put text that has `: `, `#` or a quotation mark in it between quotation marks'],
      }
  }
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '')
}
