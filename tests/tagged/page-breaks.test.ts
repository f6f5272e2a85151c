import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { points } from '../../engine/base/index.js'
import type { Block, DocumentModel } from '../../engine/document/index.js'
import { type RenderedPdf, renderPdf } from '../../engine/pdf/index.js'
import type { Theme } from '../../engine/theme/index.js'
import { readPrinted } from '../audit/read-printed.js'
import {
  findDeadLinks,
  findOutsideMargins,
  findOverlaps,
  findSmallText,
  findUnreadableFonts,
} from '../audit/rules.js'
import { host, model, theme } from '../pdf/samples.js'
import { anyDocument, composeDocument, targetHeading } from './any-document.js'
import { everyKind, kinds, Words, wordsIn } from './every-kind.js'
import { outlineOf } from './outline.js'
import {
  elementsOf,
  isElement,
  readTagged,
  saidIn,
  type TaggedElement,
  type TaggedPdf,
} from './read-tagged.js'
import { structureFaults } from './structure-faults.js'

/** Pages of 29 lines: half as many as usual take a quarter of the time. */
const narrow = { sides: 20, top: 74, foot: 74, gutter: 6 }
const shortPages: Theme = { ...theme(), margins: { A4: narrow, Letter: narrow } }
const linesOfPage = 29

describe.each(kinds)('a block of the kind %s', (kind) => {
  it('is the same to screen readers wherever on a page it begins', async () => {
    const words = new Words()
    // A masthead is itself the first heading.
    const blocks: Block[] = kind === 'masthead' ? [] : [targetHeading(words)]
    const ranges: [from: number, to: number][] = []
    for (let line = 0; line <= linesOfPage; line++) {
      blocks.push({ type: 'pageBreak' })
      for (let filler = 0; filler < line; filler++) blocks.push(words.paragraph(1))
      const from = words.spoken
      blocks.push(everyKind[kind](words, () => [words.paragraph(12)]))
      ranges.push([from, words.spoken])
      blocks.push(words.paragraph(1))
    }
    const { bytes } = await rendered(model(blocks, { footnotes: words.footnotes }))
    const tagged = readTagged(bytes)
    expect(structureFaults(tagged)).toEqual([])
    expect(wordFaults(tagged, words)).toEqual([])
    const outlines = ranges.map((range) => outlineBetween(tagged.root, range))
    for (const outline of outlines) expect(outline).toEqual(outlines[0])
    expect(tagged.pages.length).toBeGreaterThan(linesOfPage)
  })
})

describe('a document of any blocks', () => {
  it('is said whole and in order, drawn inside its margins and without overlaps', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(anyDocument, async (composition) => {
        const { document, words } = composeDocument(composition)
        const outcome = await renderPdf(document, theme(), host)
        // What must stay whole and is taller than a page is refused.
        if (!outcome.ok) {
          expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['pdf/too-tall'])
          return
        }
        count++
        const tagged = readTagged(outcome.value.bytes)
        expect(structureFaults(tagged)).toEqual([])
        expect(wordFaults(tagged, words)).toEqual([])
        const printed = await readPrinted(outcome.value.bytes)
        const { sides, top, foot } = theme().margins[document.page.size]
        const margins = { sides: points(sides), top: points(top), foot: points(foot) }
        expect(findOutsideMargins(printed, margins)).toEqual([])
        expect(findOverlaps(printed)).toEqual([])
        expect(findSmallText(printed)).toEqual([])
        expect(findDeadLinks(printed)).toEqual([])
        expect(findUnreadableFonts(printed)).toEqual([])
      }),
      { numRuns: runs, ...seed },
    )
    expect(count).toBeGreaterThan(runs / 2)
  })
})

/** `FUZZ=2000` tries that many documents, other ones every time. */
const runs = Number(process.env.FUZZ ?? 40)
const seed = process.env.FUZZ ? {} : { seed: 17 }

async function rendered(document: DocumentModel): Promise<RenderedPdf> {
  const outcome = await renderPdf(document, shortPages, host)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics))
  return outcome.value
}

/** Words that are lost, said twice or out of their place; in running matter, any but those of table heads. */
function wordFaults({ root, pages }: TaggedPdf, words: Words): string[] {
  const said = wordsIn(saidIn(root))
  const wrong = said.findIndex((word, index) => word !== index)
  const found: string[] = []
  if (wrong >= 0) found.push(`word ${said[wrong]} is said where word ${wrong} should be`)
  else if (said.length !== words.spoken) found.push(`${said.length} words are said of ${words.spoken}`)
  const heads = new Set(elementsOf(root).flatMap((one) => (one.role === 'TH' ? wordsIn(saidIn(one)) : [])))
  for (const { artifacts } of pages)
    for (const word of wordsIn(artifacts))
      if (!heads.has(word)) found.push(`word ${word} is drawn again for the eye alone`)
  return found
}

/** The outline of what says the words of a range, counted from its start. */
function outlineBetween(root: TaggedElement, [from, to]: [number, number]): string[] {
  return root.kids.filter(isElement).flatMap((kid) => {
    const [first] = wordsIn(saidIn(kid))
    if (first === undefined || first < from || first >= to) return []
    // Notes are numbered through the document.
    return outlineOf(kid).map((line) =>
      line.replace(/\d+/g, '#').replace(/q[a-j]+z/g, (word) => `w${(wordsIn(word)[0] as number) - from}`),
    )
  })
}
