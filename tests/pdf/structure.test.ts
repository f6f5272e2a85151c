import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Block, DocumentModel } from '../../engine/document/index.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { readPdf } from '../engine/read-pdf.js'
import { readTagged, saidIn } from '../tagged/read-tagged.js'
import { structureFaults } from '../tagged/structure-faults.js'
import { heading, host, model, paragraph, table, text, theme } from './samples.js'

interface Read {
  role: string
  alt?: string
  children?: (Read | { type: string; id: string })[]
}

/** The structure of each page as pdf.js reads it, with the text of its leaves. */
async function structureOf(document: DocumentModel): Promise<string[]> {
  const rendered = await renderPdf(document, theme(), host)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  const pdf = await getDocument({ data: new Uint8Array(rendered.value.bytes), verbosity: 0 }).promise
  const lines: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const words = new Map<string, string>()
    let open: string | undefined
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        if (open) words.set(open, `${words.get(open) ?? ''}${item.str}`)
      } else if (item.type === 'beginMarkedContentProps') open = item.id
      else if (item.type === 'endMarkedContent') open = undefined
    }
    const tree = (await page.getStructTree()) as Read | null
    const walk = (node: Read, depth: number): void => {
      const own = (node.children ?? []).flatMap((kid) => ('role' in kid ? [] : [words.get(kid.id) ?? '']))
      const said = own.join('').trim()
      lines.push(
        `${'  '.repeat(depth)}${node.role}${node.alt ? ` [${node.alt}]` : ''}${said ? `: ${said}` : ''}`,
      )
      for (const kid of node.children ?? []) if ('role' in kid) walk(kid, depth + 1)
    }
    if (tree) walk(tree, 0)
  }
  await pdf.destroy()
  return lines
}

describe('the structure of a document', () => {
  it('says what each part is, in reading order', async () => {
    const lines = await structureOf(
      model([
        { type: 'masthead', kicker: 'Sample', title: [text('Title')], particulars: [[text('1 March 2026')]] },
        heading('First'),
        {
          type: 'paragraph',
          content: [
            text('A stake of 40%'),
            { type: 'citation', numbers: [1] },
            { type: 'status', status: 'announced', label: 'announced' },
            text(' or so'),
          ],
        },
        { type: 'list', ordered: true, start: 1, items: [[{ type: 'paragraph', content: [text('One')] }]] },
        table([['a', '1']], ['left', 'decimal']),
        { type: 'quote', blocks: [{ type: 'paragraph', content: [text('Quoted')] }] },
        { type: 'sourceList', columns: 1, entries: [{ number: 1, id: 's', content: [text('A source')] }] },
      ]),
    )
    expect(lines.map((line) => line.trim())).toEqual([
      'Root',
      'Document',
      'P [Sample]: SAMPLE',
      'H1: Title',
      'P: 1 March 2026',
      'H2: First',
      'P: A stake of 40% or so',
      'Link: 1',
      'Span [ (announced)]: ▲',
      'L',
      'LI',
      'Lbl: 1.',
      'LBody',
      'P: One',
      'Table',
      'TR',
      'TH: Column 1',
      'TH: Column 2',
      'TR',
      'TD: a',
      'TD: 1',
      'BlockQuote',
      'P: Quoted',
      'L',
      'LI',
      'Lbl: 1.',
      'LBody: A source',
    ])
  })

  it('follows the columns, and keeps a paragraph that runs over pages one element', async () => {
    const named = (name: string): Block => ({
      type: 'paragraph',
      content: [text(`${name} `), ...paragraph(12).content],
    })
    const lines = await structureOf(
      model([{ type: 'columns', count: 2, blocks: Array.from({ length: 14 }, (_, i) => named(`Nr${i}.`)) }]),
    )
    const paragraphs = lines.filter((line) => line.trim().startsWith('P: Nr'))
    expect(paragraphs.map((line) => /Nr(\d+)/.exec(line)?.[1])).toEqual(
      Array.from({ length: 14 }, (_, i) => String(i)),
    )
  })

  it('says a repeated table head once, and nothing of rules, markings and feet', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [`row ${i}`, String(i)])
    const lines = await structureOf(model([table(rows, ['left', 'right'])], { marking: { text: 'Marked' } }))
    const all = lines.join('\n')
    expect(all.match(/TH: Column 1/g)).toHaveLength(1)
    expect(all.match(/TD: row \d+/g)).toHaveLength(90)
    expect(all).not.toMatch(/MARKED|Page 1 of/)
  })

  it('gives a picture its words, with the caption beside it, where they do not hide it', async () => {
    const lines = await structureOf(
      model([
        {
          type: 'image',
          id: 'i',
          path: 'assets/square.png',
          alt: 'A blue square',
          caption: [text('A square')],
          number: 1,
        },
      ]),
    )
    expect(lines.map((line) => line.trim())).toEqual([
      'Root',
      'Document',
      'Div',
      'Caption: Figure 1. A square',
      'Figure [A blue square]',
    ])
  })

  it('keeps a link and a stretch in another language one element across lines, and bold text within it', async () => {
    const long = paragraph(3).content
    const lines = await structureOf(
      model([
        {
          type: 'paragraph',
          content: [
            {
              type: 'link',
              address: 'https://example.org',
              content: [...long, text('bold', { bold: true })],
            },
          ],
        },
        { type: 'paragraph', content: [{ type: 'foreign', language: 'fr', content: long }] },
      ]),
    )
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
      'Root',
      'Document',
      'P',
      'Link',
      'P',
      'Span',
    ])
  })

  it('puts a footnote where its mark is', async () => {
    const lines = await structureOf(
      model([{ type: 'paragraph', content: [text('Said'), { type: 'footnote', number: 1 }, text(' so.')] }], {
        footnotes: [{ number: 1, content: [text('By whom.')] }],
      }),
    )
    const at = (words: string): number => lines.findIndex((line) => line.includes(words))
    expect(at('Reference')).toBeGreaterThan(at('P: Said'))
    expect(lines.some((line) => line.trim() === 'Note')).toBe(true)
    expect(at('By whom.')).toBeGreaterThan(at('Reference'))
  })

  it.each([
    ['on one page', []],
    ['on two', [{ type: 'pageBreak' } as const]],
  ])('reads a footnote that is called twice %s once, where it is first called', async (_, between) => {
    const calling = (words: string): Block => ({
      type: 'paragraph',
      content: [text(words), { type: 'footnote', number: 1 }],
    })
    const noted = model([calling('First'), ...between, calling('Second')], {
      footnotes: [{ number: 1, content: [text('By whom.')] }],
    })
    const rendered = await renderPdf(noted, theme(), host)
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
    const tagged = readTagged(rendered.value.bytes)
    expect(structureFaults(tagged)).toEqual([])
    expect(saidIn(tagged.root).replace(/\s/g, '')).toBe('First11Bywhom.Second1')
    for (const { text } of (await readPdf(rendered.value.bytes)).pages) expect(text).toContain('By whom.')
  })
})
