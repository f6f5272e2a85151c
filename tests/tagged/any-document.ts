import fc from 'fast-check'
import type { Block, DocumentModel } from '../../engine/document/index.js'
import { model } from '../pdf/samples.js'
import { everyKind, kinds, Words } from './every-kind.js'

/** Which blocks a document is made of; a plain value, so that what fails can be made smaller. */
export interface Composition {
  parts: { kind: Block['type']; inside: Block['type']; lines: number }[]
  size: 'A4' | 'Letter'
  isLandscape: boolean
  isMarked: boolean
  seed: number
}

/** Begin pages of their own, or hold what cannot stand in a box. */
const onlyOutside = new Set<Block['type']>([
  'landscape',
  'appendix',
  'columns',
  'masthead',
  'sourceList',
  'pageBreak',
])
const insiders = kinds.filter((kind) => !onlyOutside.has(kind))

export const anyDocument: fc.Arbitrary<Composition> = fc.record({
  parts: fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      inside: fc.constantFrom(...insiders),
      lines: fc.nat({ max: 50 }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
  size: fc.constantFrom('A4', 'Letter'),
  isLandscape: fc.boolean(),
  isMarked: fc.boolean(),
  seed: fc.nat(),
})

/** What references and contents lead to. */
export function targetHeading(words: Words): Block {
  return { type: 'heading', level: 1, id: 'target', content: [words.text()] }
}

export function composeDocument(composition: Composition): { document: DocumentModel; words: Words } {
  const { parts, size, isLandscape, isMarked } = composition
  let state = composition.seed
  const words = new Words((most) => {
    // A linear congruential generator (Numerical Recipes): any will do that gives the same each time.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  })
  const blocks: Block[] = parts[0]?.kind === 'masthead' ? [] : [targetHeading(words)]
  for (const { kind, inside, lines } of parts) {
    // What heads a document stands at its head alone, and the sources are listed once.
    if (kind === 'masthead' && blocks.length > 0) continue
    if (kind === 'sourceList' && blocks.some(({ type }) => type === kind)) continue
    for (let line = 0; line < lines && kind !== 'masthead'; line++) blocks.push(words.paragraph(1))
    blocks.push(
      everyKind[kind](words, (own) => [
        everyKind[inside](own, (inner) => [inner.paragraph(8)]),
        own.paragraph(3),
      ]),
    )
  }
  // Behind a masthead, which is the first heading of all.
  if (parts[0]?.kind === 'masthead') blocks.push(targetHeading(words))
  if (!blocks.some(({ type }) => type === 'sourceList')) blocks.push(everyKind.sourceList(words, () => []))
  const orientation = isLandscape ? 'landscape' : 'portrait'
  return {
    words,
    document: model(blocks, {
      page: { size, orientation, theme: 'agency' },
      footnotes: words.footnotes,
      ...(isMarked ? { marking: { text: 'Marked', caveat: 'Draft' } } : {}),
    }),
  }
}
