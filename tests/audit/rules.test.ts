import { describe, expect, it } from 'vitest'
import type { PrintedBlock, PrintedDocument, PrintedLink, PrintedText } from './printed-document.js'
import {
  findDeadLinks,
  findEmptyEnd,
  findLoneLines,
  findOutsideMargins,
  findOverlaps,
  findSmallText,
  findStrandedHeadings,
  findUnmarkedPages,
  findUnmatchedCitations,
  findUnreadableFonts,
} from './rules.js'

const heading: PrintedBlock = { role: 'H2' }
const paragraph: PrintedBlock = { role: 'P' }
const [left, right] = [50, 310]

function line(text: string, x: number, baseline: number, block?: PrintedBlock, size = 10): PrintedText {
  return { text, x, baseline, width: text.length * 4, size, ...(block ? { block } : {}) }
}

/** A document of pages of 600 by 800 points. */
function printed(pages: PrintedText[][], part: Partial<PrintedDocument> = {}): PrintedDocument {
  return {
    pages: pages.map((texts, index) => ({ number: index + 1, width: 600, height: 800, texts, links: [] })),
    destinations: new Map(),
    fonts: [],
    ...part,
  }
}

function linked(links: PrintedLink[], part: Partial<PrintedDocument> = {}): PrintedDocument {
  const document = printed([[]], part)
  return { ...document, pages: document.pages.map((page) => ({ ...page, links })) }
}

describe('a heading', () => {
  const first = line('Risks', left, 700, heading)

  it('with two lines under it is no fault', () => {
    const lines = [line('one', left, 715, paragraph), line('two', left, 730, paragraph)]
    expect(findStrandedHeadings(printed([[first, ...lines]]))).toEqual([])
  })

  it('at the foot of a column is found', () => {
    const lines = [line('one', right, 60, paragraph), line('two', right, 75, paragraph)]
    expect(findStrandedHeadings(printed([[first, ...lines]]))).toEqual([
      'page 1: only 0 of 2 lines under the heading “Risks”',
    ])
  })

  it('with one line before the page ends is found', () => {
    const lines = [[first, line('one', left, 715, paragraph)], [line('two', left, 60, paragraph)]]
    expect(findStrandedHeadings(printed(lines))).toHaveLength(1)
  })
})

describe('a paragraph', () => {
  it('that leaves one line at the top of the next page is found', () => {
    const lines = [
      [line('one', left, 700, paragraph), line('two', left, 715, paragraph)],
      [line('three', left, 60, paragraph)],
    ]
    expect(findLoneLines(printed(lines))).toEqual(['page 2: the line “three” stands alone'])
  })

  it('that leaves one line at the foot of a column is found', () => {
    const lines = [line('one', left, 700, paragraph), line('two', right, 60, paragraph)]
    expect(findLoneLines(printed([[...lines, line('three', right, 75, paragraph)]]))).toEqual([
      'page 1: the line “one” stands alone',
    ])
  })

  it('of one line is no fault', () => {
    expect(findLoneLines(printed([[line('one', left, 700, paragraph)]]))).toEqual([])
  })
})

describe('text', () => {
  const margins = { sides: 50, top: 50, foot: 50 }

  it('in the margin is found, unless it is running matter', () => {
    const outside = [line('wide', 545, 100, paragraph), line('low', left, 790, paragraph)]
    expect(findOutsideMargins(printed([[...outside, line('Page 1', left, 790)]]), margins)).toEqual([
      'page 1: “wide” is outside the margin (right)',
      'page 1: “low” is outside the margin (foot)',
    ])
  })

  it('over other text is found, also the same text twice, but not a raised mark', () => {
    const words = line('overlapped', left, 100, paragraph)
    expect(findOverlaps(printed([[words, line('over', left + 10, 98, paragraph)]]))).toHaveLength(1)
    expect(findOverlaps(printed([[words, line('1', left + 40, 96, paragraph, 7)]]))).toEqual([])
    expect(findOverlaps(printed([[words, { ...words }]]))).toHaveLength(1)
  })

  it('under 7 points is found', () => {
    const small = line('small', left, 100, paragraph, 6.9)
    expect(findSmallText(printed([[small, line('7', left, 120, paragraph, 7)]]))).toEqual([
      'page 1: “small” is set in 6.90 pt',
    ])
  })
})

describe('a page', () => {
  it('with two lines at the end of the document is found', () => {
    const end = [line('one', left, 60, paragraph), line('two', left, 75, paragraph)]
    expect(findEmptyEnd(printed([[], end]))).toEqual(['page 2: the last page has 2 lines'])
    expect(findEmptyEnd(printed([[], [...end, line('three', left, 90, paragraph)]]))).toEqual([])
  })

  it('without number or marking is found', () => {
    const marked = [line('SECRET', 280, 20), line('SECRET', 280, 780), line('Page 1 of 2', 500, 770)]
    expect(findUnmarkedPages(printed([marked, [line('SECRET', 280, 20)]]), 'SECRET')).toEqual([
      'page 2: has no number',
      'page 2: no marking at the foot',
    ])
  })
})

describe('a citation', () => {
  it('without a source is found, and a source without a citation', () => {
    const destinations = new Map([1, 2, 3, 9].map((number) => [`source-${number}`, { page: 1, y: 60 }]))
    const links = [
      { destination: 'source-1', text: '1–3' },
      { destination: 'source-4', text: ',4' },
    ]
    expect(findUnmatchedCitations(linked(links, { destinations }))).toEqual([
      'page 1: cites 4, which is not in the list of sources',
      'source 9 is cited nowhere',
    ])
  })
})

describe('a link', () => {
  it('to nothing is found', () => {
    const links = [
      { destination: 'risks', text: 'Risks' },
      { address: 'þÿ', text: 'site' },
      { address: 'https://example.org/', text: 'another' },
    ]
    expect(findDeadLinks(linked(links))).toEqual([
      'page 1: “Risks” leads nowhere (risks)',
      'page 1: “site” leads nowhere (þÿ)',
    ])
  })

  it('that lands away from its source is found', () => {
    const entry = [line('2.', left, 200, paragraph)]
    const landing = (y: number) => printed([entry], { destinations: new Map([['source-2', { page: 1, y }]]) })
    expect(findDeadLinks(landing(190))).toEqual([])
    expect(findDeadLinks(landing(600))).toEqual(['page 1: links to source 2 land away from it'])
  })
})

it('a font that is not in the file, or does not say its letters, is found', () => {
  const fonts = [
    { name: 'Plain', isEmbedded: true, hasUnicode: true },
    { name: 'Lent', isEmbedded: false, hasUnicode: true },
    { name: 'Mute', isEmbedded: true, hasUnicode: false },
  ]
  expect(findUnreadableFonts(printed([[]], { fonts }))).toEqual([
    'the font Lent is not embedded',
    'the font Mute does not say which letters it draws',
  ])
})
