import type { DraftBlock, Figure } from '../../engine/document/index.js'
import { type Cite, describeFigure, type FigureSpec } from '../../engine/figures/index.js'
import type { Language } from '../../engine/locale/index.js'
import { numberDocument } from '../../engine/model/numbering/number-document.js'
import { builtInCasebook } from '../built-in/casebook.js'

/** A figure as it stands in a document, behind a paragraph that cites `sources` as the first. */
export function numberedFigure(
  spec: FigureSpec,
  language: Language,
  { sources = [], cite }: { sources?: string[]; cite?: Cite } = {},
): Figure {
  const before: DraftBlock = { type: 'paragraph', content: [{ type: 'citation', sources }] }
  const drawn: DraftBlock = { type: 'figure', id: 'drawn', spec, ...describeFigure(spec, language, cite) }
  const draft = { blocks: [before, drawn], notes: [], acronyms: new Map() }
  const { blocks } = numberDocument(draft, builtInCasebook(), language)
  const [, figure] = blocks
  if (figure?.type !== 'figure') throw new Error('no figure')
  return figure
}
