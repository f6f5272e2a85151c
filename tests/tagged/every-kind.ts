import type { Block, Footnote, Inline, Table } from '../../engine/document/index.js'
import { textOf } from '../../engine/document/index.js'
import { describeFigure, type FigureSpec } from '../../engine/figures/index.js'
import { builtInFigures } from '../figures/built-in-figures.js'

/**
 * Blocks whose every word is there once in the document and numbered in the order of reading, so that a word that is
 * lost, said twice or out of its place shows.
 */
export class Words {
  private count = 0
  private names = 0
  readonly footnotes: Footnote[] = []
  /** Draws a whole number below `most`; of the same run always the same. */
  readonly pick: (most: number) => number

  constructor(pick: (most: number) => number = () => 0) {
    this.pick = pick
  }

  get spoken(): number {
    return this.count
  }

  /** `q` and `z` around letters, since figures would run into the numbers of citations. */
  next(): string {
    return `q${[...String(this.count++)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}z`
  }

  /** Of a heading, figure or table; not a word of the document. */
  id(): string {
    return `id-${this.names++}`
  }

  text(count = 1): Inline {
    return { type: 'text', text: Array.from({ length: count }, () => this.next()).join(' ') }
  }

  /** A line or several with every kind of mark in it. */
  rich(count: number): Inline[] {
    const space: Inline = { type: 'text', text: ' ' }
    return [
      this.text(count),
      { type: 'citation', numbers: [1, 2, 3] },
      { type: 'status', status: 'announced', label: 'announced' },
      space,
      { type: 'link', address: 'https://example.org/a', content: [this.text(4)] },
      space,
      { type: 'foreign', language: 'fr', content: [this.text(5)] },
      space,
      ...this.noted(),
      space,
      { type: 'reference', id: 'target', content: [this.text()] },
      { type: 'lineBreak' },
      { type: 'text', text: this.next(), bold: true, italic: true, struck: true },
      space,
      this.text(count),
    ]
  }

  /** A word with a footnote, which is read where its mark is. */
  noted(): Inline[] {
    const word = this.text()
    const number = this.footnotes.length + 1
    this.footnotes.push({ number, content: [this.text(9)] })
    return [word, { type: 'footnote', number }]
  }

  paragraph(count: number): Block {
    return { type: 'paragraph', content: [this.text(count)] }
  }
}

/** The numbers of the words that a text holds, in its order. */
export function wordsIn(text: string): number[] {
  return [...text.matchAll(/q([a-j]+)z/g)].map(([, letters = '']) =>
    Number([...letters].map((letter) => 'abcdefghij'.indexOf(letter)).join('')),
  )
}

const specs = [builtInFigures.barChart, builtInFigures.timeline].map((build) => build?.('en') as FigureSpec)

type Make<K extends Block['type']> = (
  words: Words,
  inside: (words: Words) => Block[],
) => Extract<Block, { type: K }>

/** A block of every kind; one that is new fails to compile until it is here. `inside` gives what others hold. */
export const everyKind: { [K in Block['type']]: Make<K> } = {
  masthead: (words) => ({
    type: 'masthead',
    kicker: words.next(),
    title: [words.text(12)],
    subtitle: [words.text(14)],
    particulars: [[words.text()], [words.text()]],
  }),
  heading: (words) => ({ type: 'heading', level: 1, id: words.id(), content: [words.text(2)] }),
  paragraph: (words) => ({ type: 'paragraph', content: words.rich(30) }),
  list: (words, inside) => ({
    type: 'list',
    ordered: words.pick(2) === 0,
    start: 1,
    items: [[words.paragraph(30)], [words.paragraph(2), words.paragraph(25)], inside(words)],
  }),
  table: (words) => ({
    type: 'table',
    id: words.id(),
    number: 1,
    caption: [words.text(3)],
    columns: [{ alignment: 'left' }, { alignment: 'right' }, { alignment: 'decimal' }],
    head: [
      [{ content: [words.text()] }, { content: [words.text()], span: 2 }],
      [{ content: [words.text()] }, { content: [words.text()] }, { content: [words.text()] }],
    ],
    rows: [
      { role: 'group', cells: [{ content: [words.text(2)], span: 3 }] },
      ...Array.from({ length: 5 }, () => ({
        cells: [
          { content: [words.text(6)], isRowHead: true },
          { content: [] },
          { content: [words.text(), { type: 'citation' as const, numbers: [2] }, ...words.noted()] },
        ],
      })),
      { role: 'group', cells: [{ content: [words.text(2)], span: 3 }] },
      {
        cells: [
          { content: [words.text()], isRowHead: true },
          { content: [words.text()], span: 2 },
        ],
      },
      { role: 'total', cells: [{ content: [words.text()] }, { content: [] }, { content: [words.text()] }] },
    ],
    note: [words.text(4)],
  }),
  callout: (words, inside) => ({
    type: 'callout',
    kind: 'summary',
    title: [words.text(2)],
    blocks: [words.paragraph(30), ...inside(words)],
  }),
  columns: (words, inside) => ({
    type: 'columns',
    count: 2,
    blocks: [words.paragraph(40), ...inside(words), words.paragraph(30)],
  }),
  quote: (words, inside) => ({ type: 'quote', blocks: [words.paragraph(30), ...inside(words)] }),
  rule: () => ({ type: 'rule' }),
  pageBreak: () => ({ type: 'pageBreak' }),
  keepTogether: (words, inside) => ({
    type: 'keepTogether',
    blocks: [words.paragraph(20), ...inside(words)],
  }),
  sourceList: (words) => ({
    type: 'sourceList',
    columns: 2,
    entries: [1, 2, 3].map((number) => ({ number, id: `s${number}`, content: [words.text(14)] })),
  }),
  statusKey: () => ({
    type: 'statusKey',
    entries: [
      { status: 'announced', label: 'announced' },
      { status: 'disputed', label: 'disputed' },
    ],
  }),
  fields: (words) => ({
    type: 'fields',
    entries: [0, 1, 2].map(() => ({ label: words.next(), content: [words.text(16)] })),
  }),
  figure: (words) => {
    const spec = specs[words.pick(specs.length)] as FigureSpec
    const caption = [words.text(4)]
    const alt = words.next()
    const { columns, head, rows } = describeFigure(spec, 'en').table
    const table: Table = {
      type: 'table',
      columns,
      head: head.map((cells) =>
        cells.map(({ content }) => ({ content: [{ type: 'text', text: textOf(content) }] })),
      ),
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, content: [words.text(2)] })),
      })),
    }
    return { type: 'figure', id: words.id(), number: 1, caption, spec, alt, table, note: [words.text(3)] }
  },
  image: (words) => ({
    type: 'image',
    id: words.id(),
    number: 1,
    caption: [words.text(3)],
    path: 'assets/square.png',
    alt: words.next(),
    note: [words.text(3)],
  }),
  landscape: (words, inside) => ({ type: 'landscape', blocks: [words.paragraph(20), ...inside(words)] }),
  appendix: (words, inside) => ({
    type: 'appendix',
    id: words.id(),
    label: 'Annex',
    title: [words.text(2)],
    blocks: [words.paragraph(20), ...inside(words)],
  }),
  contents: (words) => ({
    type: 'contents',
    entries: ([1, 2, 1] as const).map((level) => ({ level, id: 'target', content: [words.text(5)] })),
  }),
  figureList: (words) => ({
    type: 'figureList',
    of: 'figures',
    entries: [1, 2].map((number) => ({ label: `Figure ${number}`, id: 'target', content: [words.text(5)] })),
  }),
  glossary: (words) => ({
    type: 'glossary',
    entries: [0, 1, 2].map(() => ({ term: words.next(), content: [words.text(14)] })),
  }),
}

export const kinds = Object.keys(everyKind) as Block['type'][]
