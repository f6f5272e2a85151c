import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  Block,
  DraftBlock,
  DraftDocument,
  DraftInline,
  Footnote,
  Inline,
} from '../../engine/document/index.js'
import { contentOf, inlinesIn, visitBlocks } from '../../engine/document/index.js'
import { numberDocument } from '../../engine/model/numbering/number-document.js'
import { deepFreeze } from '../small/deep-freeze.js'
import { faults, text } from '../small/trial.js'
import { twoDeals } from '../small/two-deals.js'
import { anyDraft } from './any-draft.js'

const number = (draft: DraftDocument) => numberDocument(draft, twoDeals(), 'en')

describe('numbering', () => {
  it('gives a new document and writes nothing on the draft, whatever is in it', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const before = JSON.stringify(draft)
        const { blocks, footnotes, diagnostics } = number(deepFreeze(draft))
        expect(JSON.stringify(draft)).toBe(before)
        expect(number(draft)).toEqual({ blocks, footnotes, diagnostics })
      }),
      { numRuns: 300 },
    )
  })
  it('counts sources, notes, tables and figures from 1 without gaps in reading order', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { blocks, footnotes } = number(draft)
        const read = readThrough(blocks, footnotes)
        expect(read.sources).toEqual(read.sources.map((_, index) => index + 1))
        expect(read.notes).toEqual(footnotes.map(({ number }) => number))
        expect(read.notes).toEqual(read.notes.map((_, index) => index + 1))
        expect(read.tables).toEqual(read.tables.map((_, index) => index + 1))
        expect(read.figures).toEqual(read.figures.map((_, index) => index + 1))
        for (const list of read.lists) {
          expect(list.map((entry) => entry.number)).toEqual(read.sources)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('leads every reference somewhere, or says that it leads nowhere', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { blocks, diagnostics } = number(draft)
        const ids = new Set<string>()
        const led = new Set<string>()
        const visit = (inline: Inline): void => {
          if (inline.type === 'reference') led.add(inline.id)
          contentOf(inline).forEach(visit)
        }
        visitBlocks(blocks, (block) => {
          if ('id' in block && block.id) ids.add(block.id)
          inlinesIn(block).forEach(visit)
        })
        const lost = [...led].filter((id) => !ids.has(id))
        const told = diagnostics.filter(({ code }) => code === 'model/unknown-reference')
        for (const id of lost) expect(told.some(({ message }) => message.includes(`\`${id}\``))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('cites in a heading and nowhere that its words are said again, also within a link', () => {
    expect(
      text('{{toc}}\n\n[](#of-note) {{cite "mine"}}\n\n# [Of {{cite "press"}} note](https://e.org)'),
    ).toBe('. of-note: Of  note\np <of-note: Of  note> [1]\nh1 Of [2] note')
  })
  it('refuses words that are made of themselves', () => {
    const at = { file: 'templates/trial.hbs', line: 13 }
    expect(faults('# More on [](#more-on)')).toMatchObject([
      {
        severity: 'error',
        code: 'model/circular-reference',
        message: 'the words of `more-on` are made of themselves',
        hints: ['give the reference words of its own: `[words](#more-on)`'],
        at,
      },
    ])
    const round = '{{#section "A [](#b)" id="a"}}x{{/section}}'
    expect(text(round.replace('[](#b)', 'b'))).toBe('h1 A b\np x')
    expect(faults('# One [](#two)\n\n# Two [](#one)').map(({ code }) => code)).toEqual([
      'model/circular-reference',
      'model/circular-reference',
    ])
    expect(text('# One [](#two-on-one)\n\n# Two [on one](#one)')).toContain(
      'h1 One <two-on-one: Two <one: on one>>',
    )
  })
  it('takes no draft for a finished document, nor the other way round', () => {
    const drafted: DraftInline = { type: 'citation', sources: ['press'] }
    const numbered: Inline = { type: 'citation', numbers: [1] }
    // @ts-expect-error a citation of a draft has no numbers yet
    const wrongInline: Inline = drafted
    // @ts-expect-error one that is numbered does not say what it cites
    const wrongDraft: DraftInline = numbered
    const paragraph: DraftBlock = { type: 'paragraph', content: [drafted] }
    // @ts-expect-error so what holds it is of another type too
    const wrongBlock: Block = paragraph
    expect([wrongInline, wrongDraft, wrongBlock]).toEqual([drafted, numbered, paragraph])
  })
})

/** What is met by someone who reads a document to its end and each note where its first mark stands. */
function readThrough(blocks: readonly Block[], footnotes: readonly Footnote[]) {
  const sources: number[] = []
  const notes: number[] = []
  const counted = { table: new Set<number>(), figure: new Set<number>() }
  const lists: Extract<Block, { type: 'sourceList' }>['entries'][] = []
  const visit = (inline: Inline): void => {
    if (inline.type === 'citation') {
      for (const number of inline.numbers) if (!sources.includes(number)) sources.push(number)
    }
    contentOf(inline).forEach(visit)
    if (inline.type === 'footnote' && !notes.includes(inline.number)) {
      notes.push(inline.number)
      footnotes[inline.number - 1]?.content.forEach(visit)
    }
  }
  visitBlocks(blocks, (block) => {
    if (block.type === 'sourceList') lists.push(block.entries)
    if ((block.type === 'table' || block.type === 'figure' || block.type === 'image') && block.number) {
      counted[block.type === 'table' ? 'table' : 'figure'].add(block.number)
    }
    inlinesIn(block).forEach(visit)
  })
  return { sources, notes, lists, tables: [...counted.table], figures: [...counted.figure] }
}
