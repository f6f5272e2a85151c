import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'

/** The beginning of every name that leads out of a folder here: what is found of it outside was written by a case. */
export const escaped = 'briefwright-escaped'

/** Names of files as malice writes them. Each leads to a file of the name above, or to nothing. */
export const pathsOut: readonly string[] = [
  `../${escaped}.hbs`,
  `../../${escaped}.yaml`,
  `../../../../../../../../tmp/${escaped}`,
  `/tmp/${escaped}.hbs`,
  `templates/../../${escaped}.hbs`,
  `templates/partials/../../../around/home/${escaped}.hbs`,
  `..\\..\\${escaped}.hbs`,
  `templates\\..\\..\\${escaped}.hbs`,
  `C:\\${escaped}.hbs`,
  `file:///tmp/${escaped}`,
  `~/${escaped}`,
  `./../${escaped}`,
  `casebook/../../${escaped}.yaml`,
  `assets/%2e%2e/%2e%2e/${escaped}.png`,
  `assets/\u2025/${escaped}.png`,
  `templates/${escaped}.hbs/../../../${escaped}`,
  `//tmp/${escaped}`,
  `..`,
  `.`,
  `/`,
  `templates/`,
  `con.hbs`,
  `templates/aux.hbs`,
  `templates/a\0b.hbs`,
  `templates/${'x'.repeat(300)}.hbs`,
]

const signs = [
  ...[
    '\n',
    '\n\n',
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '|',
    '>',
    '#',
    '&a ',
    '*a',
    '!!map ',
    '? ',
    '---\n',
    '\t',
  ],
  ...['\r\n', '\r', ', ', '%', '@', '...\n', '<<: '],
  ...[
    '{{',
    '}}',
    '{{#if',
    '{{/each}}',
    '{{> ',
    '{{{',
    '~',
    '\\',
    '`',
    '**',
    '> > > ',
    '| a |',
    ':::',
    '[^1]',
    '<b>',
    '<!--',
  ],
]

const letters = [
  '\0',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\ud800',
  '\udc00',
  '"\\uD800"',
  '\u2028',
  '\u00ad',
  '\u200d',
  '\u00a0',
  'é',
  'e\u0301',
  'ﷺ',
  'שלום',
  '文',
  '😀',
  '👩\u200d👩\u200d👧\u200d👦',
  '🇨🇩',
  '𝒳',
  '\u{e0041}',
  '\ue000',
  '\ue0000\ue001',
  '\ue0027\ue003',
  '\ue004',
  '\ufffd',
  '\uffff',
  '\u0085',
  '\u001b[2J',
]

const words = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '1e999',
  '-0',
  '.nan',
  '.inf',
  '0x7fffffffffffffff',
  '9'.repeat(400),
  '2026-02-30',
  '0000-00-00',
  '99999-12-31',
  'null',
  'true',
  '~',
]

/** What mistakes and malice put into a text: a sign, a word or a letter, now and then thousands of it. */
export function anyPiece(random: Random): string {
  const piece = oneOf(random, oneOf(random, [signs, letters, words, pathsOut]))
  const most = Math.floor(20_000 / piece.length)
  return below(random, 3) === 0 && most > 1 ? piece.repeat(howMany(random, most)) : piece
}

export function anyLetters(random: Random): string {
  const some = () => oneOf(random, letters)
  const base = oneOf(random, ['a', 'e', '', 'word '])
  const kinds = [
    () => base + '\u0301'.repeat(howMany(random, 5000)),
    () => some().repeat(howMany(random, 5000)),
    () => Array.from({ length: howMany(random, 200) }, some).join(''),
    () => `\u202e${some()}\u202c`.repeat(howMany(random, 1000)),
  ]
  return oneOf(random, kinds)()
}
