import type { Diagnostic } from '../../base/index.js'
import type { Casebook } from '../../casebook/index.js'
import type { Block, DraftDocument, Footnote } from '../../document/index.js'
import type { Language } from '../../locale/index.js'
import { levelHeadings } from './heading-levels.js'
import { numberBlocks } from './number-blocks.js'
import { numberLine } from './number-inlines.js'
import { readNumbers } from './read-numbers.js'

/**
 * The finished document: sources and footnotes have numbers by first use, tables and figures with a caption and
 * appendices in reading order, and everything that can be referred to an id. What stands before what it lists is filled
 * in: source list, status key, contents, lists of figures, glossary, cross references; where it lists nothing it is left
 * out.
 *
 * Gives new nodes and leaves those of the draft as they are. Errors and warnings: see `readNumbers` and
 * `levelHeadings`.
 */
export function numberDocument(
  draft: DraftDocument,
  casebook: Casebook,
  language: Language,
): { blocks: Block[]; footnotes: Footnote[]; diagnostics: Diagnostic[] } {
  const { numbers, diagnostics } = readNumbers(draft, language)
  const words = new Map()
  const { levels, diagnostics: skipped } = levelHeadings(draft.blocks)
  const numbering = { ...numbers, acronyms: draft.acronyms, casebook, language, words, levels }
  const footnotes = [...numbers.notes].map(([index, number]): Footnote => {
    const { content = [], from } = draft.notes[index] ?? {}
    return { content: numberLine(content, numbering), from, number }
  })
  return {
    blocks: numberBlocks(draft.blocks, numbering),
    footnotes,
    diagnostics: [...diagnostics, ...skipped],
  }
}
