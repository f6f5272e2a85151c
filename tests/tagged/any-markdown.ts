import fc from 'fast-check'
import { success } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import type { Workspace } from '../../engine/compile/index.js'
import type { Host } from '../../engine/host.js'
import { builtIn, host } from '../built-in/workspace.js'
import { madePng } from '../pdf/made-pictures.js'
import { pictureFile } from '../pdf/picture-file.js'

const pictures: Readonly<Record<string, () => Uint8Array>> = {
  'palette.png': () =>
    madePng({
      ...{ width: 8, height: 2, colour: 3, depth: 1, rows: Buffer.from([0, 0xf0, 0, 0xf0]) },
      more: [
        ['PLTE', Buffer.from([230, 20, 20, 20, 20, 230])],
        ['tRNS', Buffer.from([128])],
      ],
    }),
  'tall.png': () => madePng({ width: 8, height: 2000, colour: 0, depth: 1, rows: Buffer.alloc(4000) }),
  'grey.png': () => madePng({ width: 8, height: 1, colour: 4, depth: 8, rows: Buffer.alloc(17) }),
  'deep.png': () =>
    madePng({ width: 2, height: 1, colour: 6, depth: 16, rows: Buffer.alloc(17, 99).fill(0, 0, 1) }),
  'held-6.jpg': () => pictureFile('held-6.jpg'),
  'progressive.jpg': () => pictureFile('progressive.jpg'),
  'grey.jpg': () => pictureFile('grey.jpg'),
}

/** A host whose workspace has pictures of every kind. */
export const hostWithPictures: Host = {
  ...host,
  picture: (path) => {
    const made = pictures[path.replace('assets/', '')]
    return made ? success(made()) : host.picture(path)
  },
}

const words = fc.constantFrom(
  ...[
    'plain words',
    '**bold**',
    '*italic*',
    '~~struck~~',
    '`code "x"`',
    '"quoted"',
    "it's",
    '« oui »',
    '12 500 t',
  ],
  ...['[a link](https://example.org/a?b=c)', ':lang[mot "x" ?]{fr}', ':lang[umoja]{sw}', '[^a]', '[^b]'],
  ...[
    'a\ttab',
    'soft\u00adhyphen',
    'zero\u200bwidth',
    'join\u2060er',
    'mɔ́tɔ mbɛ́lɛ́',
    '洛阳钼业',
    'شركة الجنوب',
    'שלום (2)',
    '김대중',
  ],
  ...[
    'Ελλάδα',
    'Москва',
    '— dash',
    '\\* star',
    '5 < 6 & 7',
    'x'.repeat(90),
    '&nbsp;',
    '!',
    'http://example.org',
  ],
)
const line = fc.array(words, { minLength: 1, maxLength: 12 }).map((some) => some.join(' '))
const cells = (least: number, most: number) =>
  fc
    .array(words, { minLength: least, maxLength: most })
    .map((some) => `| ${some.map((one) => one.replaceAll('|', '')).join(' | ')} |`)

const table = fc
  .tuple(fc.nat({ max: 3 }), fc.array(cells(0, 1), { maxLength: 8 }), fc.constantFrom('---', '--:', ':-:'))
  .chain(([more, rows, rule]) =>
    cells(more + 1, more + 1).map((head) => [head, `|${`${rule}|`.repeat(more + 1)}`, ...rows].join('\n')),
  )
const picture = fc
  .tuple(
    fc.constantFrom(...Object.keys(pictures)),
    fc.constantFrom('', ' "A caption"'),
    fc.constantFrom('', '{width=30%}'),
  )
  .map(([name, caption, width]) => `![What it shows](assets/${name}${caption})${width}`)

const leaf = fc.oneof(
  { weight: 4, arbitrary: line },
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  table,
  picture,
  fc.array(line, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item, i) => `${i + 3}. ${item}`).join('\n')),
  fc.constantFrom('---', '::pageBreak', '<!-- a note -->', '```\ncode  "x"\n```', '{{statusKey}}', '{{toc}}'),
)
const block = fc.oneof(
  { weight: 6, arbitrary: leaf },
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((some) => some.join('\n\n').replace(/^/gm, '> ')),
  fc
    .tuple(
      fc.constantFrom('callout{kind=note}', 'columns{count=2}', 'keepTogether', 'landscape', 'small'),
      fc.array(leaf, { maxLength: 3 }),
    )
    .map(([name, some]) => `:::${name}\n${some.join('\n\n')}\n:::`),
)

/** Markdown of every kind of block that a narrative may have, in any order, whether it makes sense or not. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 14 })
  .map(
    (blocks) =>
      `${blocks.join('\n\n')}\n\n[^a]: A note, ${'told at length '.repeat(12)}\n\n[^b]: It's "one".\n`,
  )

const file = {
  path: 'templates/any.hbs',
  text: `---
id: any
title: { en: Any, fr: Tout }
description: { en: Any, fr: Tout }
kind: test
languages: [en, fr]
version: '1'
sections:
  - { id: body, title: { en: Body, fr: Corps } }
---
{{masthead title=template.title kicker="Any"}}

{{narrative "body"}}
`,
}

/** A workspace whose template `any` prints its one section. */
export const anyWorkspace: Workspace = {
  ...builtIn,
  library: {
    ...builtIn.library,
    templates: new Map([['any', { file, origin: 'workspace', overrides: false }]]),
  },
}

export function briefOf(body: string, language: 'en' | 'fr'): Brief {
  return {
    template: 'any',
    language,
    issued: '2026-03-01',
    dossier: false,
    parameters: {},
    narrative: { body },
  }
}
