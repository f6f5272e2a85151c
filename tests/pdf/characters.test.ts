import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inklessLetters } from '../../engine/base/index.js'
import type { Inline } from '../../engine/document/index.js'
import type { TextRun } from '../../engine/layout/index.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { readPdf } from '../engine/read-pdf.js'
import { freshFolder } from '../host/fresh-folder.js'
import { setterIn } from '../layout/setter.js'
import { readTagged, saidIn } from '../tagged/read-tagged.js'
import { host, model, theme } from './samples.js'

const fonts = { text: 'Source Serif 4', heads: 'Source Sans 3', symbols: 'Source Sans 3' }
const setter = setterIn(fonts)
const sample = setter.label('x', { size: 10 }).spans[0]?.run
if (!sample) throw new Error('nothing was set')
const run: TextRun = { ...sample, family: 'text' }

/** The lines of a text, each as the pieces that it is set in. */
const setIn = (text: string, width = 1000, look: Partial<TextRun> = {}) =>
  setter.break(setter.measure([{ ...run, ...look, text }]), width)
const letters = (text: string, width?: number) =>
  setIn(text, width).map(({ spans }) => spans.map((span) => span.text).join(''))
const faults = (text: string) =>
  setIn(text).flatMap(({ spans }) => spans.filter((span) => span.run.hasNoGlyph))

async function printed(texts: string[], look: Partial<Extract<Inline, { type: 'text' }>> = {}) {
  const blocks = texts.map((text) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text, ...look }],
  }))
  const rendered = await renderPdf(model(blocks, { footer: '' }), theme(), host)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  return rendered.value.bytes
}

function poppler(bytes: Uint8Array, mode = '-raw'): string | undefined {
  if (spawnSync('pdftotext', ['-v']).error) return undefined
  const file = join(freshFolder(), 'a.pdf')
  writeFileSync(file, bytes)
  return execFileSync('pdftotext', [mode, file, '-'], { encoding: 'utf8' })
}

describe('S1 white space of any kind', () => {
  it('is a space', () => {
    for (const space of ['\t', '\u2028', '\u2029', '\u0085', '\v', '\f']) {
      expect(letters(`a${space}b`)).toEqual(['a b'])
      expect(setIn(`a${space}b`)[0]?.width).toBe(setIn('a b')[0]?.width)
    }
  })
})

describe('S2 what is never seen', () => {
  it('takes no room, stops nothing and is not copied', async () => {
    for (const mark of [
      '\u200b',
      '\u200d',
      '\u200c',
      '\u2060',
      '\ufeff',
      '\u200e',
      '\u200f',
      '\ufe0f',
      '\u00ad',
    ]) {
      expect(setIn(`wi${mark}dth`)[0]?.width).toBeCloseTo(setIn('width')[0]?.width ?? 0, 0)
      expect(faults(`wi${mark}dth`)).toEqual([])
    }
    const bytes = await printed(['left\u200eto, word\u2060joiner, zero\u200djoiner, soft\u00adhyphen'])
    const words = 'leftto, wordjoiner, zerojoiner, softhyphen'
    expect((await readPdf(bytes)).pages[0]?.text).toContain(words)
    expect(saidIn(readTagged(bytes).root)).toContain(words)
    const read = poppler(bytes)
    if (read !== undefined) expect(read).toContain(words)
  })
  it('is so for every such character at every place', () => {
    const words = fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){0,3}$/)
    fc.assert(
      fc.property(words, fc.constantFrom(...inklessLetters()), fc.nat(20), (text, mark, at) => {
        const lines = setIn(text.slice(0, at) + mark + text.slice(at))
        expect(lines.flatMap(({ spans }) => spans.filter((span) => span.run.hasNoGlyph))).toEqual([])
        expect(Math.abs((lines[0]?.width ?? 0) - (setIn(text)[0]?.width ?? 0))).toBeLessThan(2)
      }),
      { numRuns: 60 },
    )
  })
  it('breaks a word with a hyphen where a soft one was typed, and only where a line ends', async () => {
    const text = 'x gouverne\u00admental\u00adisation'
    const room = (words: string) => (setIn(words)[0]?.width ?? 0) + 0.1
    expect(letters(text).join('|').replaceAll('\u00ad', '')).toBe('x gouvernementalisation')
    const narrow = letters(text, room('x gouverne-')).map((line) => line.replaceAll('\u00ad', ''))
    expect(narrow[0]).toBe('x gouverne-')
    // The part alone would fit, with its hyphen it does not.
    const narrower = letters(text, room('x gouverne')).map((line) => line.replaceAll('\u00ad', ''))
    expect(narrower[0]).toBe('x ')
    for (const width of [30, 50, 70, 90]) {
      for (const line of setIn(text, width))
        if (line.spans.length > 0) expect(line.width).toBeLessThanOrEqual(width + 0.001)
    }
  })
})

const tones = 'mɔ́tɔ mbɛ́lɛ́ ntɔ́ngɔ́ ŋ́ bɔ̌ ɛ̂ ị́ m̀ ẽ́'

describe('S7 letters with marks', () => {
  it('are set in one face that places the marks, in every face', () => {
    for (const family of ['text', 'heads'] as const) {
      for (const look of [{}, { bold: true }, { italic: true }, { bold: true, italic: true }]) {
        for (const { run: set, text } of setIn(tones, 1000, { ...look, family }).flatMap(
          ({ spans }) => spans,
        )) {
          expect(set.hasNoGlyph ?? false).toBe(false)
          expect(text, 'a mark without its letter').not.toMatch(/^\p{M}/u)
        }
      }
    }
  })
  it('take the whole letter from another face where their own does not place a mark', () => {
    const spans = setIn('mɔ́tɔ').flatMap((line) => line.spans)
    expect(spans.map(({ text, run: set }) => [text, set.fallback])).toEqual([
      ['m', undefined],
      ['ɔ́', 'Noto Serif'],
      ['t', undefined],
      ['ɔ', 'Noto Serif'],
    ])
  })
  it('are one letter where there is one', () => {
    expect(letters('e\u0301te\u0301')).toEqual(['été'])
  })
  it('are copied as they were typed, without gaps in a word', async () => {
    for (const code of [false, true]) {
      const bytes = await printed([tones], code ? { code } : {})
      const read = poppler(bytes)
      if (read !== undefined) expect(read.normalize('NFC')).toContain(tones.normalize('NFC'))
      const bare = (text = '') => text.replace(/\s/g, '').normalize('NFC')
      expect(bare((await readPdf(bytes)).pages[0]?.text)).toContain(bare(tones))
    }
  })
})

describe('S7 names of other scripts', () => {
  const names = [
    'Владимир Ђоковић, Ґудзь',
    'Αθήνα, Ἀθῆναι',
    '紫金矿业 洛阳钼业 朱镕基 中華民國 台灣',
    '東京都 さくら カタカナ 株式会社',
    '삼성전자 김대중',
    'Ɓaɓɛ Ŋgɔ Ɖɔ̃ ʼn ẞ ơ ư ḥ ʃ ʒ',
  ]
  it.each(names)('are printed in text and heads, in bold and italics: %s', (name) => {
    for (const family of ['text', 'heads'] as const) {
      for (const look of [{}, { bold: true, italic: true }]) {
        const spans = setIn(name, 1000, { ...look, family }).flatMap((line) => line.spans)
        expect(spans.filter(({ run: set }) => set.hasNoGlyph).map(({ text }) => text)).toEqual([])
      }
    }
  })
  it('are found and copied', async () => {
    const bytes = await printed(names)
    const bare = (text: string) => text.replace(/\s/g, '').normalize('NFC')
    const read = poppler(bytes)
    for (const name of names) {
      expect(bare((await readPdf(bytes)).pages[0]?.text ?? '')).toContain(bare(name))
      if (read !== undefined) expect(bare(read)).toContain(bare(name))
    }
  })
  it('are set in the style of the text around them', () => {
    const faceOf = (family: 'text' | 'heads') =>
      setIn('矿', 1000, { family }).flatMap(({ spans }) => spans.map((span) => span.run.fallback))
    expect(faceOf('text')).toEqual(['Noto Serif SC'])
    expect(faceOf('heads')).toEqual(['Noto Sans SC'])
  })
})

describe('S8 names that are read from right to left', () => {
  it.each(['شركة الجنوب للتعدين', 'שלום עולם טוב'])(
    'are in the order in which they are read: %s',
    async (name) => {
      const read = poppler(await printed([`The name ${name} is printed.`]), '-layout')
      if (read !== undefined) expect(read.replace(/[\u200e\u200f\u202a-\u202e]/g, '')).toContain(name)
    },
  )
})

describe('S9 a letter that no font has', () => {
  it('is a fault at the text that it stands in, with the words around it', async () => {
    const from = { file: 'casebook/actors.yaml', line: 7, column: 3 }
    const blocks = [
      {
        type: 'paragraph' as const,
        from: { file: 'a.hbs', line: 1, column: 1 },
        content: [
          { type: 'text' as const, text: 'The company is known as ' },
          { type: 'text' as const, text: 'North \u{12000} South', from },
          { type: 'text' as const, text: ' in the register of the capital and its provinces.' },
        ],
      },
    ]
    const rendered = await renderPdf(model(blocks), theme(), host)
    expect(rendered).toMatchObject({ ok: false, diagnostics: [{ code: 'pdf/missing-glyph', at: from }] })
    if (!rendered.ok) {
      expect(rendered.diagnostics).toHaveLength(1)
      expect(rendered.diagnostics[0]?.message).toContain('(U+12000), in “…')
      expect(rendered.diagnostics[0]?.message).toContain('North \u{12000} South')
    }
  })
})
