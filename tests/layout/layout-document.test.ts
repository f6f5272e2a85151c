import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, DocumentModel, Row } from '../../engine/document/index.js'
import { layoutDocument } from '../../engine/layout/index.js'
import type { LaidPage, PlacedStrip } from '../../engine/layout/pages/paginate.js'
import { textFrame } from '../../engine/layout/pages/sheet.js'
import type { SetLine } from '../../engine/layout/text/break-lines.js'
import { heading, model, paragraph, table, text, theme } from '../pdf/samples.js'
import { setterIn } from './setter.js'

function lay(document: DocumentModel) {
  const look = theme()
  return layoutDocument(document, look, setterIn(look.fonts), new Map())
}

function lineTexts(strip: PlacedStrip): string[] {
  return strip.strip.pieces.flatMap((piece) => (piece.kind === 'line' ? [textOf(piece.line)] : []))
}

function textOf(line: SetLine): string {
  return line.spans.map((span) => span.text).join('')
}

/** The strips of each column of a page, from left to right. */
function columnsOf(page: LaidPage): PlacedStrip[][] {
  const lefts = [...new Set(page.strips.map((one) => one.x))].sort((a, b) => a - b)
  return lefts.map((x) => page.strips.filter((one) => one.x === x))
}

const twoColumns = (blocks: Block[]): DocumentModel => model([{ type: 'columns', count: 2, blocks }])

describe('layoutDocument', () => {
  it('keeps everything inside the margins, whatever the blocks', () => {
    const block = fc.oneof(
      fc.integer({ min: 1, max: 14 }).map((n): Block => paragraph(n)),
      fc.constantFrom('Background', 'Risks').map((title): Block => heading(title)),
      fc.integer({ min: 1, max: 30 }).map(
        (n): Block =>
          table(
            Array.from({ length: n }, (_, i) => [`row ${i}`, `${i}.5`]),
            ['left', 'decimal'],
          ),
      ),
      fc
        .integer({ min: 1, max: 5 })
        .map((n): Block => ({ type: 'callout', kind: 'note', blocks: [paragraph(n), paragraph(1)] })),
      fc.integer({ min: 1, max: 6 }).map(
        (n): Block => ({
          type: 'list',
          ordered: true,
          start: 1,
          items: Array.from({ length: n }, () => [paragraph(2)]),
        }),
      ),
    )
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(1, 2, 3),
        (blocks, count) => {
          const document = model([{ type: 'columns', count: count as 1 | 2 | 3, blocks }])
          const frame = textFrame(document.page, theme())
          const { layout } = lay(document)
          for (const page of layout.pages) {
            for (const { strip, x, y } of page.strips) {
              expect(y).toBeGreaterThanOrEqual(frame.y - 0.01)
              expect(y + strip.height).toBeLessThanOrEqual(frame.y + frame.height + 0.1)
              for (const piece of strip.pieces) {
                expect(x + piece.x).toBeGreaterThanOrEqual(frame.x - 0.01)
                const width = piece.kind === 'line' ? piece.line.width : piece.width
                expect(x + piece.x + width).toBeLessThanOrEqual(frame.x + frame.width + 0.1)
              }
            }
            for (const column of columnsOf(page)) {
              column.forEach((one, i) => {
                const above = column[i - 1]
                if (above) expect(one.y).toBeGreaterThanOrEqual(above.y + above.strip.height - 0.01)
              })
            }
          }
        },
      ),
      { numRuns: 40, seed: 7 },
    )
  })

  it('sets every word exactly once', () => {
    const blocks = Array.from({ length: 30 }, (_, i) => paragraph((i % 5) + 1))
    const { layout } = lay(twoColumns(blocks))
    const printed = layout.pages
      .flatMap((page) => page.strips.flatMap(lineTexts))
      .join(' ')
      .split(/\s+/)
    const written = blocks.flatMap((block) =>
      block.content.flatMap((one) => (one.type === 'text' ? one.text.split(/\s+/) : [])),
    )
    expect(printed).toEqual(written)
  })

  it('never leaves a heading at the foot of a column or a single line of a paragraph alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 30 }), (lengths) => {
        const blocks = lengths.flatMap((n, i) =>
          i % 3 === 0 ? [heading(`Part ${i}`), paragraph(n, i + 1)] : [paragraph(n, i + 1)],
        )
        const { layout } = lay(twoColumns(blocks))
        for (const column of layout.pages.flatMap(columnsOf)) {
          expect(column.at(-1)?.strip.bookmark).toBeUndefined()
          for (const edge of [column.slice(0, 2), column.slice(-2).reverse()]) {
            const [first, second] = edge
            const line = first?.strip.from?.line
            const whole = layout.pages
              .flatMap((page) => page.strips)
              .filter((one) => one.strip.from?.line === line)
            if (line && whole.length > 1 && second) expect(second.strip.from?.line).toBe(line)
          }
        }
      }),
      { numRuns: 30, seed: 11 },
    )
  })

  it('makes the columns even where a region ends', () => {
    const { layout } = lay(twoColumns(Array.from({ length: 9 }, () => paragraph(4))))
    const bottoms = columnsOf(layout.pages[0] as LaidPage).map((column) => {
      const last = column.at(-1) as PlacedStrip
      return last.y + last.strip.height
    })
    expect(bottoms).toHaveLength(2)
    expect(Math.abs((bottoms[0] as number) - (bottoms[1] as number))).toBeLessThan(40)
  })

  it('lets the baselines of neighbouring columns meet', () => {
    const { layout } = lay(
      twoColumns([heading('One'), paragraph(7), paragraph(5), heading('Two'), paragraph(9), paragraph(6)]),
    )
    const grid = 12.5 / 2
    const starts = layout.pages[0]?.strips.filter((one) => one.strip.onGrid).map((one) => one.y) ?? []
    const origin = starts[0] as number
    expect(starts.length).toBeGreaterThan(3)
    for (const y of starts) expect(Math.abs(((y - origin) / grid) % 1)).toBeLessThan(0.01)
  })

  it('sets a table head again after a break and leaves no row alone', () => {
    const rows = Array.from({ length: 90 }, (_, i) => [`Row ${i}`, String(i)])
    const { layout } = lay(model([paragraph(3), table(rows, ['left', 'right'])]))
    expect(layout.pages.length).toBeGreaterThan(1)
    for (const page of layout.pages.slice(1)) {
      const [head, ...rest] = page.strips
      expect(head?.isRepeat).toBe(true)
      expect(lineTexts(head as PlacedStrip)).toEqual(['Column 1', 'Column 2'])
      expect(rest.length).toBeGreaterThanOrEqual(2)
    }
    const printed = layout.pages
      .flatMap((page) => page.strips.filter((one) => !one.isRepeat))
      .flatMap(lineTexts)
    expect(printed.filter((one) => one.startsWith('Row'))).toHaveLength(90)
  })

  it('leaves no first row of a group alone under its name', () => {
    const rows: Row[] = [
      { role: 'group', cells: [{ content: [text('Ports')], span: 2, isRowHead: true }] },
      ...Array.from({ length: 9 }, (_, i) => ({
        cells: [{ content: [text(`Row ${i}`)] }, { content: [text('1')] }],
      })),
    ]
    for (let lines = 30; lines < 60; lines++) {
      const { layout } = lay(model([paragraph(lines), { ...table([], ['left', 'right']), rows }]))
      for (const page of layout.pages) {
        const names = page.strips.filter((one) => !one.isRepeat).flatMap((one) => lineTexts(one)[0] ?? [])
        if (names.includes('Ports')) expect(names).toEqual(expect.arrayContaining(['Row 0', 'Row 1']))
      }
    }
  })

  it('names a group again where it goes on after a break, and not where one begins', () => {
    const groupOf = (name: string, count: number): Row[] => [
      { role: 'group', cells: [{ content: [text(name)], span: 2, isRowHead: true }] },
      ...Array.from({ length: count }, (_, i) => ({
        cells: [{ content: [text(`${name} ${i}`)] }, { content: [text(String(i))] }],
      })),
    ]
    const starts = new Set<string>()
    for (let first = 30; first < 60; first++) {
      const grouped = table([], ['left', 'right'])
      grouped.rows = [...groupOf('Ports', first), ...groupOf('Mines', 60)]
      const { layout } = lay(model([grouped]))
      for (const page of layout.pages.slice(1)) {
        const repeats = page.strips.filter((one) => one.isRepeat).map(lineTexts)
        const row = page.strips.find((one) => !one.isRepeat) as PlacedStrip
        const [group, number] = (lineTexts(row)[0] ?? '').split(' ')
        const isStart = number === undefined
        expect(repeats).toEqual([['Column 1', 'Column 2'], ...(isStart ? [] : [[`${group} (continued)`]])])
        starts.add(isStart ? 'group' : 'row')
      }
    }
    expect([...starts].sort()).toEqual(['group', 'row'])
  })

  it('puts a box behind what is set again where it runs on, as behind what it holds', () => {
    const rows: Row[] = [
      { role: 'group', cells: [{ content: [text('Ports')], span: 2, isRowHead: true }] },
      ...Array.from({ length: 90 }, (_, i) => ({
        cells: [{ content: [text(`Port ${i}`)] }, { content: [text(String(i))] }],
      })),
    ]
    const { layout } = lay(
      model([{ type: 'callout', kind: 'note', blocks: [{ ...table([], ['left', 'right']), rows }] }]),
    )
    const [, ...others] = layout.pages
    expect(others.length).toBeGreaterThan(0)
    for (const { strips } of others) {
      expect(strips.filter((one) => one.isRepeat).map(lineTexts)).toEqual([
        ['Column 1', 'Column 2'],
        ['Ports (continued)'],
      ])
      // One that begins anew would have a ground of its own, with a gap above it.
      expect(strips.map(({ strip }) => strip.boxes.map(({ begins }) => begins))).toEqual(
        strips.map(() => [false]),
      )
    }
  })

  it('stands the decimal points of a column one under the other', () => {
    const { layout } = lay(model([table([['1,234.5'], ['12'], ['0.25'], ['300,000']], ['decimal'])]))
    const lines =
      layout.pages[0]?.strips
        .slice(1)
        .flatMap((one) => one.strip.pieces)
        .filter((piece) => piece.kind === 'line') ?? []
    // Figures are of one width, so digits before the point tell how far left of it a line starts.
    const digit = (lines[1]?.line.width ?? 0) / 2
    const comma = (lines[3]?.line.width ?? 0) - 6 * digit
    const before = [4 * digit + comma, 2 * digit, digit, 6 * digit + comma]
    const points = lines.map((piece, i) => piece.x + (before[i] as number))
    for (const point of points) expect(point).toBeCloseTo(points[0] as number, 1)
  })

  it('breaks a word that is wider than its column', () => {
    const { layout } = lay(
      model([
        { type: 'columns', count: 3, blocks: [{ type: 'paragraph', content: [text('x'.repeat(300))] }] },
      ]),
    )
    const printed = layout.pages.flatMap((page) => page.strips.flatMap(lineTexts))
    expect(printed.length).toBeGreaterThan(3)
    expect(printed.join('')).toBe('x'.repeat(300))
  })

  it('keeps a citation mark on the line of the word that it follows', () => {
    const cited: Block = {
      type: 'paragraph',
      content: Array.from({ length: 200 }, (_, i) => [
        text(` word${i % 7}`),
        { type: 'citation' as const, numbers: [i + 1] },
      ]).flat(),
    }
    const { layout } = lay(twoColumns([cited]))
    for (const line of layout.pages.flatMap((page) => page.strips.flatMap(lineTexts)))
      expect(line).not.toMatch(/^\d/)
  })
})

describe('a promise of length', () => {
  const filling = (sentences: number): Block[] => [
    {
      type: 'columns',
      count: 2,
      blocks: Array.from({ length: 16 }, (_, i) => [heading(`Part ${i}`), paragraph(sentences)]).flat(),
    },
  ]
  const exactly = (blocks: Block[], pages: number): DocumentModel =>
    model(blocks, {
      page: { size: 'A4', orientation: 'portrait', theme: 'agency', pages: { exactly: pages } },
    })

  it('is kept by the loosest density that keeps it', () => {
    const short = lay(exactly(filling(5), 2))
    expect(short.diagnostics).toEqual([])
    expect(short.layout).toMatchObject({ density: { name: 'loose' } })
    expect(short.layout.pages).toHaveLength(2)
    const long = lay(exactly(filling(8), 2))
    expect(long.diagnostics).toEqual([])
    expect(long.layout.density.name).not.toBe('loose')
    expect(long.layout.pages).toHaveLength(2)
  })

  it('is kept tighter where that saves a last page with next to nothing on it', () => {
    const lengths = Array.from({ length: 40 }, (_, i) => {
      const blocks = Array.from({ length: 30 + i }, () => paragraph(3))
      const { layout } = lay(
        model(blocks, {
          page: { size: 'A4', orientation: 'portrait', theme: 'agency', pages: { atMost: 9 } },
        }),
      )
      const last = layout.pages.at(-1) as LaidPage
      const share = (last.bottom - last.frame.y) / last.frame.height
      return { density: layout.density.name, pages: layout.pages.length, share }
    })
    expect(lengths.filter(({ pages, share }) => pages > 1 && share < 0.1)).toEqual([])
    expect(new Set(lengths.map(({ density }) => density))).toContain('snug')
    expect(lengths[0]?.density).toBe('normal')
  })

  it('is kept tighter where that saves a page with next to nothing on it before a page break', () => {
    const lengths = Array.from({ length: 30 }, (_, i) => {
      const blocks: Block[] = [...Array.from({ length: 8 + i }, () => paragraph(3)), { type: 'pageBreak' }]
      const { layout } = lay(
        model([...blocks, ...Array.from({ length: 8 }, () => paragraph(3))], {
          page: { size: 'A4', orientation: 'portrait', theme: 'agency', pages: { atMost: 9 } },
        }),
      )
      const before = layout.pages.at(-2) as LaidPage
      return (before.bottom - before.frame.y) / before.frame.height
    })
    expect(lengths.filter((share) => share < 0.1)).toEqual([])
  })

  it('says by how many lines a document is too long', () => {
    const { diagnostics } = lay(exactly(filling(14), 2))
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'pdf/page-count' }])
    expect(diagnostics[0]?.message).toMatch(/about \d+ lines too long/)
  })

  it('warns by how many lines a document is too short', () => {
    const { diagnostics } = lay(exactly([paragraph(3)], 2))
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'pdf/page-count' }])
    expect(diagnostics[0]?.message).toMatch(/about \d+ lines short/)
  })
})
