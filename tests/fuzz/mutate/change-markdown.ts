import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'
import { anyLetters, anyPiece } from './pieces.js'

/** How much of one thing a piece of Markdown has, at most: more than a minute's work where any of it is squared. */
const most = 20_000

const runs = [
  '*',
  '_',
  '**',
  '~~',
  '`',
  '[',
  '](',
  '![',
  '<',
  '&',
  '\\',
  '> ',
  '# ',
  '- ',
  '1. ',
  ':',
  ':a',
  ':::',
  '|',
  '^',
]
const pairs: readonly [string, string][] = [
  ['*', '*'],
  ['**', '**'],
  ['_a ', ' b_'],
  ['[', '](https://a.example)'],
  ['[', ']'],
  ['(', ')'],
  ['~~', '~~'],
  [':lang[', ']{fr}'],
  ['`', '`'],
  ['<b>', '</b>'],
]

/** What Markdown holds that is uneven, deep, repeated or long. */
const blocks: readonly ((random: Random) => string)[] = [
  (random) => oneOf(random, runs).repeat(howMany(random, most)),
  (random) => `${oneOf(random, runs)}a`.repeat(howMany(random, most)),
  (random) => `a${oneOf(random, runs)} `.repeat(howMany(random, most)),
  (random) => {
    const [open, close] = oneOf(random, pairs)
    const depth = howMany(random, 2000)
    return `${open.repeat(depth)}x${close.repeat(depth)}`
  },
  (random) => {
    const [open, close] = oneOf(random, pairs)
    return `${open}x${close} `.repeat(howMany(random, 2000))
  },
  (random) => table(random, howMany(random, 60), howMany(random, 300)),
  (random) => nested(random, howMany(random, 200)),
  (random) => directive(random, below(random, 6)),
  (random) => Array.from({ length: howMany(random, 500) }, () => `A note[^${below(random, 3)}].`).join(' '),
  (random) => {
    const count = howMany(random, 200)
    const ids = Array.from({ length: count }, (_, index) => (below(random, 4) ? index : 0))
    return `${ids.map((id) => `[^${id}]`).join('')}\n\n${ids.map((id) => `[^${id}]: See [^${id + 1}].`).join('\n\n')}`
  },
  (random) => `${'#'.repeat(1 + below(random, 7))} ${anyPiece(random)} {{brief.title}} [^1]`,
  (random) =>
    `[${anyPiece(random)}](${oneOf(random, ['#hauls', 'javascript:1', 'https://a.example/%ff', ' ', '#', 'mailto:'])})`,
  (random) => 'www.a.example/'.repeat(howMany(random, 500)),
  (random) => 'wordwithoutend'.repeat(howMany(random, 1000)),
  (random) => `a@b.example `.repeat(howMany(random, 500)),
  (random) => `![${anyLetters(random)}](assets/none.png)`,
  (random) =>
    `{{${oneOf(random, ['deal.ceiling', 'brief.title', 'nothing', 'cite "x"'])}}}`.repeat(
      howMany(random, 300),
    ),
  anyLetters,
]

/** `text` with a piece of Markdown put between two of its lines, or in one. */
export function changeMarkdown(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = below(random, lines.length + 1)
  const piece = oneOf(random, blocks)(random)
  if (below(random, 3) > 0) return lines.toSpliced(at, 0, '', piece, '').join('\n')
  return lines.with(Math.min(at, lines.length - 1), `${lines[at] ?? ''} ${piece}`).join('\n')
}

function table(random: Random, columns: number, rows: number): string {
  const row = (count: number, cell: () => string) =>
    `|${Array.from({ length: count }, () => ` ${cell()} |`).join('')}`
  const uneven = () => Math.max(0, columns + (below(random, 10) ? 0 : below(random, 5) - 2))
  const cell = () =>
    oneOf(random, ['1', '', 'words in a cell', '\\|', '**b', '[^1]', '{{deal.ceiling}}', 'x'.repeat(50)])
  const rule = row(columns, () => oneOf(random, ['---', '---:', ':--:', ':-']))
  return [row(uneven(), () => 'head'), rule, ...Array.from({ length: rows }, () => row(uneven(), cell))].join(
    '\n',
  )
}

function nested(random: Random, depth: number): string {
  const mark = oneOf(random, ['- ', '> ', '1. ', '* > '])
  const step = oneOf(random, [0, 2, mark.length])
  return Array.from({ length: depth }, (_, index) =>
    step === 0 ? `${mark.repeat(index + 1)}x` : `${' '.repeat(step * index)}${mark}x`,
  ).join('\n')
}

function directive(random: Random, depth: number): string {
  const name = oneOf(random, [
    'callout',
    'columns',
    'landscape',
    'appendix',
    'keepTogether',
    'pageBreak',
    'lead',
    'none',
    '__proto__',
  ])
  const attributes = oneOf(random, [
    '',
    '{kind=caution}',
    '{count=3}',
    '{count=1e9}',
    '{id=a}',
    '{kind=}',
    '{.a #b c="d"}',
    '{',
  ])
  const fence = ':'.repeat(3 + depth)
  const inside = depth > 0 ? directive(random, depth - 1) : 'Words.'
  return `${fence}${name}${attributes}\n${inside}\n${below(random, 8) ? fence : ''}`
}
