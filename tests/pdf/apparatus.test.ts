import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, DocumentModel, Inline } from '../../engine/document/index.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { readPdf } from '../engine/read-pdf.js'
import { heading, host, model, paragraph, text, theme } from './samples.js'

async function pagesOf(document: DocumentModel) {
  const rendered = await renderPdf(document, theme(), host)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  return (await readPdf(rendered.value.bytes)).pages
}

/** Paragraphs of which some call a footnote, and the notes. */
function noted(lengths: number[], every: number): { blocks: Block[]; footnotes: DocumentModel['footnotes'] } {
  const footnotes: NonNullable<DocumentModel['footnotes']> = []
  const blocks = lengths.map((length, index): Block => {
    const one = paragraph(length, index + 1)
    if (index % every !== 0) return one
    const number = footnotes.length + 1
    footnotes.push({ number, content: [text(`Note called ${word(number)} of this document.`)] })
    const mark: Inline = { type: 'footnote', number }
    return { ...one, content: [text(`Call ${word(number)}`), mark, text(' '), ...one.content] }
  })
  return { blocks, footnotes }
}

/** Letters, so that no number runs into another. */
function word(number: number): string {
  return `q${[...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}q`
}

describe('footnotes', () => {
  it('stand at the foot of the page that calls them, each once, inside the margins', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 8, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(1, 2),
        async (lengths, every, count) => {
          const { blocks, footnotes } = noted(lengths, every)
          const body: Block[] = count === 1 ? blocks : [{ type: 'columns', count: 2, blocks }]
          const pages = await pagesOf(model(body, { footnotes }))
          for (const { number } of footnotes ?? []) {
            const calls = pages.findIndex((page) => page.text.includes(`Call ${word(number)}`))
            const notes = pages.filter((page) => page.text.includes(`Note called ${word(number)}`))
            expect(notes).toHaveLength(1)
            expect(pages.indexOf(notes[0] as (typeof pages)[number])).toBe(calls)
          }
        },
      ),
      { numRuns: 12, seed: 5 },
    )
  })
})

describe('contents', () => {
  it('give the page that each heading is on', async () => {
    const parts = Array.from({ length: 9 }, (_, i) => `Part ${word(i + 1)}`)
    const pages = await pagesOf(
      model([
        {
          type: 'contents',
          entries: parts.map((part) => ({ level: 1 as const, id: heading(part).id, content: [text(part)] })),
        },
        { type: 'pageBreak' },
        ...parts.flatMap((part) => [heading(part), paragraph(30)]),
      ]),
    )
    const [first, ...rest] = pages
    for (const part of parts) {
      const page = rest.findIndex((one) => one.text.includes(part)) + 2
      expect(first?.text).toMatch(new RegExp(`${part}\\s*${page}`))
    }
  })
})

describe('pages across', () => {
  it('are turned for landscape blocks alone, and a new page begins before and after', async () => {
    const pages = await pagesOf(
      model([paragraph(2), { type: 'landscape', blocks: [paragraph(2)] }, paragraph(2)]),
    )
    expect(pages.map(({ width, height }) => width > height)).toEqual([false, true, false])
  })

  it('begin an annex with its own heading', async () => {
    const pages = await pagesOf(
      model([
        paragraph(2),
        { type: 'appendix', id: 'annex', label: 'Annex A', title: [text('Figures')], blocks: [paragraph(1)] },
      ]),
    )
    expect(pages).toHaveLength(2)
    expect(pages[1]?.text).toContain('Annex A. Figures')
  })
})

describe('pictures', () => {
  const image: Block = {
    type: 'image',
    id: 'square',
    path: 'assets/square.png',
    alt: 'A square',
    caption: [text('A square')],
    number: 1,
  }

  it('are printed with their number and caption', async () => {
    const rendered = await renderPdf(model([image]), theme(), host)
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
    expect(Buffer.from(rendered.value.bytes).includes('/Subtype /Image')).toBe(true)
    expect((await readPdf(rendered.value.bytes)).pages[0]?.text).toContain('Figure 1. A square')
  })

  it('that are missing are said to be, at their place', async () => {
    const from = { file: 'sample.hbs', line: 7, column: 1 }
    const rendered = await renderPdf(
      model([{ ...image, path: 'assets/none.png', from } as Block]),
      theme(),
      host,
    )
    expect(rendered).toMatchObject({ ok: false, diagnostics: [{ code: 'file/missing', at: from }] })
  })
})
