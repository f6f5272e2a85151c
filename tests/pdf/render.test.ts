import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentModel, Inline } from '../../engine/document/index.js'
import type { Host } from '../../engine/host.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { readPdf } from '../engine/read-pdf.js'
import { freshFolder } from '../host/fresh-folder.js'
import { heading, host, model, paragraph, table, text, theme } from './samples.js'

async function bytesOf(document: DocumentModel, machine: Host = host): Promise<Uint8Array> {
  const rendered = await renderPdf(document, theme(), machine)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  return rendered.value.bytes
}

const sample = model(
  [
    {
      type: 'masthead',
      kicker: 'Sample',
      title: [text('A title of its own')],
      particulars: [[text('1 March 2026')], [text('Information as of 28 February 2026')]],
    },
    {
      type: 'columns',
      count: 2,
      blocks: [
        heading('Background'),
        paragraph(6, 3),
        {
          type: 'paragraph',
          content: [
            text('The stake is 40%'),
            { type: 'citation', numbers: [1, 2, 3, 7] },
            { type: 'status', status: 'agreed-in-principle', label: 'agreed in principle' },
            text('.'),
          ],
        },
        table([['One', '1.5']], ['left', 'decimal']),
      ],
    },
    heading('Sources'),
    {
      type: 'sourceList',
      columns: 2,
      entries: [1, 2, 3, 7].map((number) => ({
        number,
        id: `s${number}`,
        content: [
          text(`Publisher ${number}, `),
          { type: 'link', address: 'https://example.org', content: [text('example.org')] },
        ],
      })),
    },
  ],
  { marking: { text: 'Unclassified', caveat: 'For the meeting only' } },
)

/** Runs a poppler or qpdf program on the bytes; undefined, with a line that says so, where it is not installed. */
function read(program: string, args: (file: string) => string[], bytes: Uint8Array): string | undefined {
  if (spawnSync(program, ['--version']).error) {
    console.log(`skipped: ${program} is not installed`)
    return undefined
  }
  const file = join(freshFolder(), 'sample.pdf')
  writeFileSync(file, bytes)
  return execFileSync(program, args(file), { encoding: 'utf8' })
}

describe('renderPdf', () => {
  it('gives the same bytes for the same document, with fonts opened before or anew', async () => {
    const again = await bytesOf(sample)
    const copies: Host = {
      ...host,
      font: (family, face) => {
        const font = host.font(family, face)
        // Another identity, so that nothing shared between documents is used.
        return font.ok ? { ...font, value: font.value.slice() } : font
      },
    }
    const anew = await bytesOf(sample, copies)
    expect(Buffer.from(await bytesOf(sample)).equals(Buffer.from(again))).toBe(true)
    expect(Buffer.from(anew).equals(Buffer.from(again))).toBe(true)
  })

  it('gives the same bytes whatever other documents came before', async () => {
    const fresh = (): Host => {
      const fonts = new Map<string, ReturnType<Host['font']>>()
      return {
        ...host,
        font(family, face) {
          const key = `${family}/${face}`
          const font = fonts.get(key) ?? host.font(family, face)
          const own = fonts.get(key) ?? (font.ok ? { ...font, value: font.value.slice() } : font)
          fonts.set(key, own)
          return own
        },
      }
    }
    const document = model([{ type: 'paragraph', content: [text('It closes this week. So it is said.')] }])
    // A colon is set from two full stops, `é` from an `e`: parts that no character asked for.
    const other = model([{ type: 'paragraph', content: [text('Déjà: 10\u00a0000; öé')] }], { footer: '' })
    const warm = fresh()
    await bytesOf(other, warm)
    const after = await bytesOf(document, warm)
    expect(Buffer.from(after).equals(Buffer.from(await bytesOf(document, fresh())))).toBe(true)
  })

  it('is readable by other programs, with the language, title and date of the document', async () => {
    const bytes = await bytesOf(sample)
    const info = read('pdfinfo', (file) => [file], bytes)
    if (info !== undefined) {
      expect(info).toMatch(/Title:\s+A sample/)
      expect(info).toMatch(/Author:\s+The office/)
      expect(info).toMatch(/PDF version:\s+1\.7/)
      expect(info).toMatch(/Tagged:\s+yes/)
    }
    const found = read('pdftotext', (file) => [file, '-'], bytes)
    if (found !== undefined) {
      expect(found).toContain('The stake is 40%')
      expect(found).toContain('UNCLASSIFIED')
      expect(found).toContain('For the meeting only')
      expect(found).toContain('Page 1 of 1')
      expect(found).toContain('1–3,7')
      expect(found).toContain('●')
    }
    const fonts = read('pdffonts', (file) => [file], bytes)
    if (fonts !== undefined) {
      const rows = fonts.trim().split('\n').slice(2)
      expect(rows.length).toBeGreaterThan(2)
      for (const row of rows) expect(row).toMatch(/yes yes yes/)
    }
    const checked = read('qpdf', (file) => ['--check', file], bytes)
    if (checked !== undefined) expect(checked).toContain('No syntax or stream encoding errors found')
  })

  it('leads from a citation to its source and from a source to its address', async () => {
    const json = read('qpdf', (file) => ['--json', file], await bytesOf(sample))
    if (json === undefined) return
    expect(json).toContain('source-7')
    expect(json).toContain('https://example.org')
  })

  it('tells where on the page each part of the source went', async () => {
    const rendered = await renderPdf(sample, theme(), host)
    if (!rendered.ok) throw new Error('not rendered')
    const [entry] = rendered.value.pageMap
    expect(entry).toMatchObject({ page: 1, from: { file: 'sample.hbs', line: 3, column: 1 } })
    expect(entry?.height).toBeGreaterThan(40)
  })

  it('refuses a character that no font of the theme has', async () => {
    const rendered = await renderPdf(model([{ type: 'paragraph', content: [text('a ᚠ b')] }]), theme(), host)
    expect(rendered).toMatchObject({ ok: false, diagnostics: [{ code: 'pdf/missing-glyph' }] })
    if (!rendered.ok) expect(rendered.diagnostics[0]?.message).toContain('U+16A0')
  })

  it('draws a line through text that no longer holds', async () => {
    const struck = { ...text('no longer held'), struck: true } as Inline
    const bytes = await bytesOf(model([{ type: 'paragraph', content: [struck, text(' and this does')] }]))
    expect((await readPdf(bytes)).pages[0]?.text).toContain('no longer held and this does')
  })

  it('takes a glyph that one family lacks from the other', async () => {
    const bytes = await bytesOf(model([{ type: 'paragraph', content: [text('a ● b')] }]))
    const found = read('pdftotext', (file) => [file, '-'], bytes)
    // poppler measures gaps itself and may drop the spaces beside a symbol.
    if (found !== undefined) expect(found).toMatch(/a ?● ?b/)
  })

  it('passes on what the host says of a font that it cannot give', async () => {
    const broken: Host = {
      ...host,
      font: (family) => ({
        ok: false,
        diagnostics: [{ severity: 'error', code: 'host/font', message: `no font ${family}`, hints: [] }],
      }),
    }
    expect(await renderPdf(sample, theme(), broken)).toMatchObject({ ok: false })
  })

  it('refuses a document of no page, which no reader opens, but for a draft', async () => {
    const nothing = [model([]), model([{ type: 'contents', entries: [] }])]
    for (const one of nothing) {
      expect(await renderPdf(one, theme(), host)).toMatchObject({
        ok: false,
        diagnostics: [{ code: 'pdf/no-pages', severity: 'error' }],
      })
      const draft = await renderPdf(one, theme(), host, { draft: true })
      expect(draft).toMatchObject({ ok: true, value: { pageCount: 0, faults: [{ code: 'pdf/no-pages' }] } })
    }
  })

  it('gives the pages of a draft that runs too long, with the fault beside them', async () => {
    const long = model(
      Array.from({ length: 60 }, () => paragraph(6)),
      {
        page: { size: 'A4', orientation: 'portrait', theme: 'agency', pages: { exactly: 1 } },
      },
    )
    expect(await renderPdf(long, theme(), host)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'pdf/page-count', severity: 'error' }],
    })
    const draft = await renderPdf(long, theme(), host, { draft: true })
    expect(draft).toMatchObject({
      ok: true,
      value: { faults: [{ code: 'pdf/page-count', severity: 'error' }] },
    })
    if (draft.ok) expect(draft.value.pageCount).toBeGreaterThan(1)
  })
})
