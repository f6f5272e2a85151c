import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLSeq,
} from 'yaml'
import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'
import { changeHandlebars } from './change-handlebars.js'
import { changeMarkdown } from './change-markdown.js'
import { changeText, swapped } from './change-text.js'
import { anyLetters, anyPiece, pathsOut } from './pieces.js'

/** A node within a file, and how it is put in another one's place. */
interface Spot {
  node: Node | null
  replace(by: unknown): void
}

const keys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  ' ',
  '0',
  '-1',
  'id',
  'value',
  'x'.repeat(5000),
  '\ud800',
  'a.b',
  '[]',
  '~',
]

/** Values of each kind, where another may be expected. */
const values: readonly ((random: Random) => unknown)[] = [
  (random) =>
    oneOf(random, [null, true, false, 0, -0, 1, -1, 1.5, 1e21, 1e308, 5e-324, Number.MAX_SAFE_INTEGER]),
  (random) =>
    literal(
      oneOf(random, [
        '.inf',
        '-.inf',
        '.nan',
        '1e999',
        '0o17',
        '0xff',
        `${'9'.repeat(400)}`,
        '0.1e-400',
        '1_000',
        '2026-02-30',
        '2026-13',
        '0000',
        '12026',
        '2026-02-03T10:00:00Z',
      ]),
    ),
  (random) => anyPiece(random),
  (random) => anyLetters(random),
  (random) => oneOf(random, pathsOut),
  (random) =>
    oneOf(random, [
      'en',
      'fr',
      'deals',
      'confirmed',
      'unknown',
      'percent',
      'USD million',
      'featured',
      'background',
      'access-agreement',
    ]),
  () => [],
  () => ({}),
  (random) => Array.from({ length: howMany(random, 5000) }, (_, index) => index),
  (random) => ({
    value: oneOf(random, [1, [1, 2], [2, 1], { latitude: 91, longitude: 1e9 }, 'x']),
    status: 'confirmed',
    sources: ['x'],
  }),
  (random) =>
    Object.fromEntries(Array.from({ length: howMany(random, 3000) }, (_, index) => [`k${index}`, index])),
  (random) => deep(howMany(random, 3000), below(random, 2) === 0),
  (random) => ({ en: anyPiece(random), fr: anyLetters(random), de: 'x' }),
]

/** The text of a YAML file with a change of its values, lists, groups or keys. One that is no YAML is changed as a text. */
export function changeYaml(text: string, random: Random, others: readonly string[]): string {
  const document = parseDocument(text)
  const spots = document.errors.length > 0 ? [] : spotsIn(document)
  if (spots.length === 0) return changeText(text, random, others)
  changeOne(document, spots, random, others)
  try {
    return document.toString({ lineWidth: 0 })
  } catch {
    // The library cannot write everything that a file can say, aliases without anchors say.
    return changeText(text, random, others)
  }
}

function changeOne(document: Document, spots: Spot[], random: Random, others: readonly string[]): void {
  const words = spots.filter(
    ({ node }) => isScalar(node) && typeof node.value === 'string' && node.value.length > 12,
  )
  const groups = spots.map(({ node }) => node).filter((node) => isMap(node))
  const lists = spots.map(({ node }) => node).filter((node) => isSeq(node))
  const spot = oneOf(random, spots)
  const changes: (() => void)[] = [
    () => spot.replace(oneOf(random, values)(random)),
    () => spot.replace(oneOf(random, values)(random)),
    () => spot.replace(oneOf(random, spots).node?.clone()),
    () => spot.replace([spot.node?.clone(), spot.node?.clone()]),
    () => {
      if (spot.node)
        spot.node.tag = oneOf(random, [
          '!!binary',
          '!!set',
          '!!omap',
          '!!float',
          '!!str',
          '!x',
          '!!js/function',
          '!!timestamp',
        ])
    },
    () => {
      if (!spot.node || !('anchor' in spot.node) || below(random, 2)) return
      const alias = document.createAlias(spot.node as Scalar, 'a')
      oneOf(random, spots).replace(alias)
    },
  ]
  if (lists.length > 0) {
    const list = oneOf(random, lists)
    changes.push(
      () => list.items.splice(below(random, list.items.length + 1), 1),
      () => {
        list.items = swapped(list.items, random)
      },
      () => {
        const one = list.items[0]
        const copies = Array.from({ length: howMany(random, 500) }, () => (one as Node | undefined)?.clone())
        if (one) list.items.push(...copies)
      },
    )
  }
  if (groups.length > 0) {
    const group = oneOf(random, groups)
    changes.push(
      () => group.items.splice(below(random, group.items.length + 1), 1),
      () => {
        group.items = swapped(group.items, random)
      },
      () =>
        void group.items.push(
          new Pair(new Scalar(oneOf(random, keys)), document.createNode(oneOf(random, values)(random))),
        ),
      () => {
        const pair = group.items[below(random, group.items.length)]
        if (pair) pair.key = new Scalar(oneOf(random, keys))
      },
      () => {
        const pair = group.items[0]
        if (pair) group.items.push(new Pair(pair.key, pair.value))
      },
    )
  }
  if (words.length > 0) {
    const change = () => {
      const { node } = oneOf(random, words)
      if (isScalar(node)) node.value = changeWords(String(node.value), random, others)
    }
    changes.push(change, change, change, change)
  }
  oneOf(random, changes)()
}

/** Prose of a brief or casebook: Markdown with tags. */
export function changeWords(text: string, random: Random, others: readonly string[]): string {
  const change = oneOf(random, [changeMarkdown, changeHandlebars, changeText])
  return change(text, random, others)
}

function spotsIn(document: Document): Spot[] {
  const spots: Spot[] = []
  const create = (by: unknown) =>
    by instanceof Scalar || (by && typeof by === 'object' && 'source' in by) ? by : document.createNode(by)
  visit(document, {
    Pair(_, pair) {
      spots.push({
        node: pair.value as Node | null,
        replace: (by) => {
          pair.value = create(by)
        },
      })
    },
    Seq(_, list: YAMLSeq) {
      list.items.forEach((node, index) => {
        spots.push({
          node: node as Node | null,
          replace: (by) => {
            list.items[index] = create(by)
          },
        })
      })
    },
  })
  return spots
}

/** A number as it is written, whatever it is as a number. */
function literal(source: string): Scalar {
  const scalar = new Scalar<unknown>(0)
  scalar.source = source
  scalar.value = source
  scalar.type = 'PLAIN'
  return scalar
}

function deep(depth: number, isList: boolean): unknown {
  // As text of one line: a tree this deep is nothing that the library writes.
  return literal(`${(isList ? '[' : '{a: ').repeat(depth)}x${(isList ? ']' : '}').repeat(depth)}`)
}
