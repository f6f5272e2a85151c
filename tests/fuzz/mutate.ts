/** Numbers from 0 to 1 that are the same for the same seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What mistakes and malice put into a text. */
const pieces = [
  ...[
    '\n',
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
    '\r\n',
  ],
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
  ],
  ...[
    '\0',
    '\uFEFF',
    '\u202e',
    '\ud800',
    'é',
    '😀',
    '__proto__',
    'constructor',
    '../',
    '1e999',
    '-0',
    '.nan',
    '9'.repeat(400),
  ],
]

/** `text` with one to six changes: pieces put in, cut out, said twice, moved or taken from `others`. */
export function mutate(text: string, others: readonly string[], random: () => number): string {
  let mutated = text
  const at = (length: number) => Math.floor(random() * (length + 1))
  for (let changes = 1 + at(5); changes > 0; changes -= 1) {
    const start = at(mutated.length)
    const end = Math.min(mutated.length, start + at(random() < 0.8 ? 20 : 2000))
    const piece = mutated.slice(start, end)
    const other = others[at(others.length - 1)] ?? ''
    const from = at(other.length)
    const inserted = [
      () => '',
      () => pieces[at(pieces.length - 1)] ?? '',
      () => (pieces[at(pieces.length - 1)] ?? '').repeat(1 + at(300)),
      () => piece + piece,
      () => [...piece].reverse().join(''),
      () => other.slice(from, from + at(400)),
    ][at(5)]
    mutated = mutated.slice(0, start) + (inserted?.() ?? '') + mutated.slice(end)
  }
  return mutated
}
