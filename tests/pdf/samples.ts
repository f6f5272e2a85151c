import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Block, DocumentModel, Heading, Inline, Paragraph, Table } from '../../engine/document/index.js'
import type { FontFace, Host } from '../../engine/host.js'
import { parseTheme, type Theme } from '../../engine/theme/index.js'

/** A picture of 96 by 48 pixels. By a path that also holds in `dist/conformance/`, where these are bundled to. */
const square = new Uint8Array(readFileSync(new URL('../../tests/pdf/square.png', import.meta.url)))

const nothingThere = {
  ok: false as const,
  diagnostics: [{ severity: 'error' as const, code: 'file/missing', message: 'no such file', hints: [] }],
}

const root = new URL('../../', import.meta.url)
const fonts = new Map<string, Uint8Array>()

/** The fonts of the repository and a fixed day; no other part of the machine. */
export const host: Host = {
  today: () => '2026-03-01',
  digest: () => '',
  version: () => '0.0.0',
  asset: () => nothingThere,
  picture: (path) =>
    path === 'assets/square.png' ? { ok: true, value: square, warnings: [] } : nothingThere,
  font(family: string, face: FontFace) {
    const name = family.toLowerCase().replaceAll(' ', '-')
    const home = /^noto/.test(name) ? 'assets/fonts/fallback' : 'assets/fonts'
    const path = `${home}/${name}/${face}.ttf`
    const bytes = fonts.get(path) ?? new Uint8Array(readFileSync(fileURLToPath(new URL(path, root))))
    fonts.set(path, bytes)
    return { ok: true, value: bytes, warnings: [] }
  },
}

export function theme(id: 'agency' | 'ministry' = 'agency'): Theme {
  const path = `templates/themes/${id}.yaml`
  const parsed = parseTheme({ path, text: readFileSync(fileURLToPath(new URL(path, root)), 'utf8') })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  return parsed.value
}

export function text(content: string, look: { bold?: boolean; italic?: boolean } = {}): Inline {
  return { type: 'text', text: content, ...look }
}

const sentence = 'The two sides met in the capital and agreed to meet again before the end of the season. '

/** A paragraph of `sentences` sentences that remembers `line`. */
export function paragraph(sentences: number, line = 1): Paragraph {
  return {
    type: 'paragraph',
    from: { file: 'sample.hbs', line, column: 1 },
    content: [text(sentence.repeat(sentences).trim())],
  }
}

export function heading(title: string, level: 1 | 2 | 3 = 1): Heading {
  return { type: 'heading', level, id: title.toLowerCase().replaceAll(' ', '-'), content: [text(title)] }
}

export function table(rows: string[][], alignments: Table['columns'][number]['alignment'][]): Table {
  return {
    type: 'table',
    columns: alignments.map((alignment) => ({ alignment })),
    head: [alignments.map((_, i) => ({ content: [text(`Column ${i + 1}`)] }))],
    rows: rows.map((cells) => ({ cells: cells.map((cell) => ({ content: [text(cell)] })) })),
  }
}

export function model(blocks: Block[], part: Partial<DocumentModel> = {}): DocumentModel {
  return {
    language: 'en',
    title: 'A sample',
    subject: 'Samples',
    author: 'The office',
    keywords: ['sample'],
    issued: '2026-03-01',
    asOf: '2026-02-28',
    page: { size: 'A4', orientation: 'portrait', theme: 'agency' },
    footer: 'A sample',
    blocks,
    ...part,
  }
}
