import { unreachable } from '../../base/index.js'
import type { DraftInline, DraftReference, Inline, Reference } from '../../document/index.js'
import type { Language } from '../../locale/index.js'
import type { Target } from './name-targets.js'
import type { Numbers } from './read-numbers.js'
import { slug } from './slug.js'
import { typesetInlines } from './typeset-inlines.js'

/** What inline nodes are numbered by, and the words of what has been referred to so far. */
export interface InlineNumbering extends Pick<Numbers, 'sources' | 'notes' | 'targetsById'> {
  words: Map<Target, Inline[]>
}

export interface LineNumbering extends InlineNumbering {
  language: Language
}

export function numberInlines(inlines: readonly DraftInline[], numbering: InlineNumbering): Inline[] {
  return inlines.map((inline) => numberInline(inline, numbering))
}

/** A line by itself, as it is printed. */
export function numberLine(inlines: readonly DraftInline[], numbering: LineNumbering): Inline[] {
  return typesetInlines(numberInlines(inlines, numbering), numbering.language)
}

/** As they are said again elsewhere: what is cited or noted is so where they stand. */
export function numberWords(inlines: readonly DraftInline[], numbering: InlineNumbering): Inline[] {
  return withoutMarks(numberInlines(inlines, numbering))
}

function withoutMarks(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    switch (inline.type) {
      case 'citation':
      case 'footnote':
      case 'status':
      case 'lineBreak':
        return []
      case 'link':
      case 'foreign':
      case 'reference':
        return [{ ...inline, content: withoutMarks(inline.content) }]
      case 'text':
        return [inline]
      default:
        return unreachable(inline)
    }
  })
}

function numberInline(inline: DraftInline, numbering: InlineNumbering): Inline {
  switch (inline.type) {
    case 'text':
    case 'status':
    case 'lineBreak':
      return inline
    case 'citation':
      return { type: 'citation', numbers: numbersOf(inline.sources, numbering.sources) }
    case 'footnote':
      return { type: 'footnote', number: numbering.notes.get(inline.note) ?? 0 }
    case 'link':
    case 'foreign':
      return { ...inline, content: numberInlines(inline.content, numbering) }
    case 'reference':
      return numberReference(inline, numbering)
    default:
      return unreachable(inline)
  }
}

function numbersOf(ids: readonly string[], sources: ReadonlyMap<string, number>): number[] {
  return ids.flatMap((id) => sources.get(id) ?? []).sort((one, other) => one - other)
}

/** One that leads nowhere has been reported, and stays as it is. */
function numberReference({ id, content }: DraftReference, numbering: InlineNumbering): Reference {
  const target = numbering.targetsById.get(slug(id))
  if (content.length > 0 || !target) {
    return { type: 'reference', id: target?.id ?? id, content: numberInlines(content, numbering) }
  }
  return { type: 'reference', id: target.id, content: wordsOf(target, numbering) }
}

function wordsOf(target: Target, numbering: InlineNumbering): Inline[] {
  const known = numbering.words.get(target)
  if (known) return known
  // Set before they are made: words that are made of themselves have been reported.
  numbering.words.set(target, [])
  const { block, label } = target
  const words: Inline[] =
    block.type === 'heading' ? numberWords(block.content, numbering) : [{ type: 'text', text: label }]
  numbering.words.set(target, words)
  return words
}
