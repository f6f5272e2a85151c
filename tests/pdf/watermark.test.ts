import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '../../engine/document/index.js'
import { paleColour } from '../../engine/layout/pages/watermark.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { contrast } from '../../engine/theme/index.js'
import { heading, host, model, paragraph, theme } from './samples.js'

async function read(part: Partial<DocumentModel>) {
  const rendered = await renderPdf(model([heading('Terms'), paragraph(120)], part), theme(), host)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  const pdf = await getDocument({ data: new Uint8Array(rendered.value.bytes), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const content = await page.getTextContent({ includeMarkedContent: true })
    pages.push({ width, height, items: content.items, tree: JSON.stringify(await page.getStructTree()) })
  }
  await pdf.destroy()
  return { pages, bytes: rendered.value.bytes }
}

type Item = Awaited<ReturnType<typeof read>>['pages'][number]['items'][number]
const words = (item: Item): string => ('str' in item ? item.str : '')
const isTurned = (item: Item): boolean => 'transform' in item && Math.abs(item.transform[1]) > 0.1

describe('a watermark', () => {
  for (const [orientation, size] of [
    ['portrait', 'A4'],
    ['landscape', 'A4'],
    ['landscape', 'Letter'],
  ] as const)
    for (const text of ['DRAFT', 'Not to be passed on before the fifteenth'])
      it(`of ${text.length} letters lies across every ${orientation} page of ${size}, within its edges`, async () => {
        const { pages } = await read({ watermark: text, page: { size, orientation, theme: 'agency' } })
        expect(pages.length).toBeGreaterThan(1)
        for (const { items, width, height } of pages) {
          const turned = items.filter((item) => isTurned(item) && words(item).trim() !== '')
          expect(turned.map(words).join('')).toBe(text)
          const [first] = turned
          if (!first || !('transform' in first)) throw new Error('no text')
          const [a = 0, b = 0, , , x = 0, y = 0] = first.transform
          const angle = Math.atan2(b, a)
          const length = turned.reduce((sum, item) => sum + ('width' in item ? item.width : 0), 0)
          // From the lower left to the upper right, along the diagonal and through the middle.
          expect(angle).toBeCloseTo(Math.atan2(height, width), 1)
          for (const [h, v] of [
            [x, y],
            [x + length * Math.cos(angle), y + length * Math.sin(angle)],
          ] as const) {
            expect(h).toBeGreaterThan(0)
            expect(h).toBeLessThan(width)
            expect(v).toBeGreaterThan(0)
            expect(v).toBeLessThan(height)
          }
          expect(length).toBeGreaterThan(0.3 * Math.hypot(width, height))
        }
      })

  it('is pale enough to read every colour of text on it, and dark enough to be seen', () => {
    for (const id of ['agency', 'ministry'] as const) {
      const { colours, markings } = theme(id)
      const pale = paleColour(theme(id))
      for (const ink of [
        colours.ink,
        colours.accent,
        colours.muted,
        colours.caution,
        ...Object.values(markings),
      ])
        expect(contrast(ink, pale)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(pale, '#ffffff')).toBeGreaterThan(1.1)
    }
  })

  it('is marked as one, and lies under the text', async () => {
    const { pages } = await read({ watermark: 'DRAFT', notice: 'DRAFT' })
    for (const { items } of pages) {
      const turned = items.findIndex(isTurned)
      const text = items.findIndex((item) => /capital|sides/.test(words(item)))
      expect(turned).toBeGreaterThanOrEqual(0)
      expect(turned).toBeLessThan(text)
      const opening = items
        .slice(0, turned)
        .findLast((item) => 'type' in item && item.type.startsWith('begin'))
      expect(opening).toMatchObject({ tag: 'Artifact' })
    }
  })

  it('says what is missing of its letters', async () => {
    const rendered = await renderPdf(model([paragraph(1)], { watermark: 'ᚠᚢ' }), theme(), host)
    expect(rendered.ok ? [] : rendered.diagnostics.map(({ code }) => code)).toEqual(['pdf/missing-glyph'])
  })
})

describe('the notice of a copy', () => {
  const notice = 'DRAFT · Copy 3 of 12 · Delphine Dupont'

  it('stands on every page, and is read aloud once, before all else', async () => {
    const { pages } = await read({ notice, marking: { text: 'UNCLASSIFIED', caveat: 'Not for the press' } })
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach(({ items }, index) => {
      const at = items.findIndex((item) => words(item) === notice)
      const opening = items.slice(0, at).findLast((item) => 'type' in item && item.type.startsWith('begin'))
      expect(opening).toMatchObject(index === 0 ? { tag: 'P', id: expect.any(String) } : { tag: 'Artifact' })
      if (index > 0) return
      const id = opening && 'id' in opening ? String(opening.id) : 'none'
      expect(pages[0]?.tree.match(/"id":"[^"]+"/)?.[0]).toBe(`"id":"${id}"`)
    })
  })

  it('is set smaller where it is long, and stays within the margins', async () => {
    const { pages } = await read({ notice: `Copy 999 of 999 · ${'W'.repeat(80)}` })
    for (const { items, width } of pages) {
      const item = items.find((one) => words(one).startsWith('Copy 999'))
      if (!item || !('transform' in item)) throw new Error('no notice')
      expect(item.transform[4]).toBeGreaterThan(40)
      expect(item.transform[4] + item.width).toBeLessThan(width - 40)
    }
  })
})
