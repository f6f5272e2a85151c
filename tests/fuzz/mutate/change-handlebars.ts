import { helpers } from '../../../engine/template/index.js'
import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'
import { swapped } from './change-text.js'
import { anyPiece } from './pieces.js'

const names = [...helpers.keys()]
const lists = [
  'deals',
  'risks',
  'flows',
  'events',
  'sources',
  'assets',
  'subjects',
  'group.items',
  'deal.parties',
]
const values = [
  ...[
    'deal',
    'deal.ceiling',
    'this',
    '@index',
    '@last',
    '../deal',
    '.',
    'casebook.title',
    'brief.asOf',
    'none',
    'deal.__proto__',
  ],
  ...[
    'constructor',
    '1',
    '-1',
    '1e308',
    '1.5e999',
    '""',
    '"x"',
    '"2026-02-30"',
    'true',
    'null',
    'undefined',
    '(t "sources")',
  ],
]

/** An argument of whatever kind, with helpers within helpers `depth` times. */
function argument(random: Random, depth: number): string {
  if (depth > 0 && below(random, 2)) return `(${call(random, depth - 1)})`
  return oneOf(random, oneOf(random, [values, lists, values]))
}

function call(random: Random, depth: number): string {
  const given = Array.from({ length: below(random, 4) }, () => argument(random, depth))
  const named = ['caption', 'fields', 'field', 'unit', 'precision', 'count', 'id', 'kind', 'title', 'en', 'x']
  const hash = Array.from(
    { length: below(random, 3) },
    () => `${oneOf(random, named)}=${argument(random, depth)}`,
  )
  return [oneOf(random, names), ...given, ...hash].join(' ')
}

/** Tags that a template does not have, or not like this. */
const tags: readonly ((random: Random) => string)[] = [
  (random) => `{{${call(random, 2)}}}`,
  (random) => `\n{{#${call(random, 1)}}}\nwords\n{{/${oneOf(random, names)}}}\n`,
  (random) => {
    const [name, given = ''] = oneOf(random, [
      ['each', oneOf(random, lists)],
      ['with', 'deal'],
      ['if', argument(random, 1)],
      ['columns', 'count=2'],
      ['callout'],
      ['section', '"A"'],
      ['appendix', '"A"'],
    ] as const)
    const depth = howMany(random, 300)
    return `${`\n{{#${name} ${given}}}\n`.repeat(depth)}x${`\n{{/${name}}}\n`.repeat(depth - (below(random, 6) ? 0 : 1))}`
  },
  // Loops within loops: each of them goes through some records.
  (random) => {
    const depth = 1 + below(random, 8)
    const list = oneOf(random, lists.slice(0, 6))
    return `${`{{#each ${list} as |a|}}`.repeat(depth)}{{a.name}} ${'{{/each}}'.repeat(depth)}`
  },
  (random) =>
    `{{> ${oneOf(random, ['one-deal', 'middle', 'plain', 'none', '@body', '@partial-block', '(lookup . "x")', '"../x"', '__proto__'])} deal=${argument(random, 1)}}}`,
  (random) => `${'('.repeat(howMany(random, 3000))}`,
  (random) => {
    const depth = howMany(random, 1000)
    return `{{show ${'(or '.repeat(depth)}deal${')'.repeat(depth)}}}`
  },
  (random) =>
    `{{${oneOf(random, values)}.${oneOf(random, ['__proto__', 'constructor', 'toString', 'length', '[a b]', '0', 'statement.value'])}}}`,
  (random) =>
    oneOf(random, [
      '{{else}}',
      '{{/if}}',
      '{{!--',
      '{{{{raw}}}}',
      '{{{{/raw}}}}',
      '{{{deal}}}',
      '{{&deal}}',
      '{{~',
      '{{*x}}',
      '{{#*inline "one-deal"}}{{> one-deal}}{{/inline}}',
      '\\{{x}}',
      '{{^}}',
    ]),
  (random) => `{{${'a.'.repeat(howMany(random, 5000))}b}}`,
  (random) => `{{show ${'1 '.repeat(howMany(random, 5000))}}}`,
  (random) => `{{t en="${anyPiece(random).replaceAll('"', '')}" fr="x"}}`,
]

const tag = /\{\{[^{}]*\}\}/g

/** `text` with a change of its tags: one put in, left out, said twice, with other arguments, or two in each other's place. */
export function changeHandlebars(text: string, random: Random): string {
  const found = [...text.matchAll(tag)]
  const kind = found.length > 0 ? below(random, 6) : 0
  if (kind === 0) {
    const at = below(random, text.length + 1)
    return text.slice(0, at) + oneOf(random, tags)(random) + text.slice(at)
  }
  if (kind === 1) {
    const parts = text.split(tag)
    const order = swapped(
      found.map(([one]) => one),
      random,
    )
    return parts.map((part, index) => part + (order[index] ?? '')).join('')
  }
  const chosen = oneOf(random, found)
  const [whole] = chosen
  const inside = whole.slice(2, -2)
  const instead = [
    () => '',
    () => whole + whole,
    () => whole.slice(0, -1),
    () => `{{${inside} ${argument(random, 2)}}}`,
    () => `{{${inside.replace(/[\w.]+(?=[^\w.]*$)/, () => argument(random, 2))}}}`,
    () => `{{${inside.replace(/^[#/>]?\s*[\w-]+/, (name) => name.replace(/[\w-]+/, oneOf(random, names)))}}}`,
    () => `{{#if ${argument(random, 1)}}}${whole}{{else}}${whole}{{/if}}`,
  ]
  return text.slice(0, chosen.index) + oneOf(random, instead)() + text.slice(chosen.index + whole.length)
}
