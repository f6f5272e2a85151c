import { type Points, unreachable } from '../../base/index.js'
import type { Inline } from '../../document/index.js'

/** The families of a theme. */
export type FamilyRole = 'text' | 'heads' | 'symbols'

/** How a piece of text is set. */
export interface TextStyle {
  family: FamilyRole
  size: Points
  leading: Points
  colour: string
  bold?: boolean
  italic?: boolean
  /** Space added between letters. */
  tracking?: Points
}

/** Text of one look, in reading order; what the measuring breaks into words. */
export interface TextRun {
  text: string
  family: FamilyRole
  size: Points
  colour: string
  bold: boolean
  italic: boolean
  tracking: Points
  /** How far the baseline is raised. */
  rise: Points
  link?: Link
  /** A line through it. */
  struck: boolean
  /** What is said for it: the words of a mark. */
  spoken?: string
  /** Another language than the document's. */
  language?: string
  /** The footnote that it calls. */
  note?: number
  /** Stays on the line of the word before it: a citation or status mark. */
  clings: boolean
  /** No font has its letters. */
  hasNoGlyph?: boolean
}

export type Link = { kind: 'address'; address: string } | { kind: 'destination'; name: string }

/** The name that the list of sources gives to its entry, for citations to lead to. */
export function sourceDestination(number: number): string {
  return `source-${number}`
}

/** The name that a footnote gives to its text, for its mark to lead to. */
export function noteDestination(number: number): string {
  return `note-${number}`
}

/** Shape first, so that no status rests on colour. */
export const statusGlyphs = {
  confirmed: '',
  'agreed-in-principle': '●',
  announced: '▲',
  reported: '◆',
  estimated: '≈',
  disputed: '↔',
  unknown: '?',
} as const

/** Nothing is set smaller. */
export const smallest: Points = 7

/** Turns inline nodes into runs of `style`. */
export function runsOf(inlines: Inline[], style: TextStyle, linkColour: string): TextRun[] {
  const base: TextRun = {
    text: '',
    family: style.family,
    size: style.size,
    colour: style.colour,
    bold: style.bold ?? false,
    italic: style.italic ?? false,
    tracking: style.tracking ?? 0,
    rise: 0,
    struck: false,
    clings: false,
  }
  return inlines.flatMap((inline) => inlineRuns(inline, base, linkColour))
}

function inlineRuns(inline: Inline, base: TextRun, linkColour: string): TextRun[] {
  switch (inline.type) {
    case 'text':
      return [
        {
          ...base,
          text: inline.text,
          bold: base.bold || inline.bold === true,
          italic: base.italic || inline.italic === true,
          family: inline.code ? 'heads' : base.family,
          struck: inline.struck === true,
        },
      ]
    case 'citation':
      return citationRuns(inline.numbers, base)
    case 'status': {
      const glyph = statusGlyphs[inline.status]
      if (!glyph) return []
      const size = Math.max(smallest, base.size * 0.86)
      return [
        // A thin space apart from the figure, which may itself end in a raised mark.
        {
          ...base,
          text: `\u2009${glyph}`,
          family: 'symbols',
          bold: false,
          italic: false,
          size,
          rise: base.size * 0.03,
          spoken: ` (${inline.label})`,
          clings: true,
        },
      ]
    }
    case 'link': {
      // One for all that it holds: of bold and plain text it is still one link.
      const link: Link = { kind: 'address', address: inline.address }
      return inline.content.flatMap((child) =>
        inlineRuns(child, { ...base, colour: linkColour, link }, linkColour),
      )
    }
    case 'foreign':
      return inline.content.flatMap((child) =>
        inlineRuns(child, { ...base, language: inline.language }, linkColour),
      )
    case 'footnote':
      return [
        {
          ...raised(base),
          text: String(inline.number),
          note: inline.number,
          link: { kind: 'destination', name: noteDestination(inline.number) },
        },
      ]
    case 'reference': {
      const link: Link = { kind: 'destination', name: inline.id }
      return inline.content.flatMap((child) => inlineRuns(child, { ...base, link }, linkColour))
    }
    case 'lineBreak':
      return [{ ...base, text: '\n' }]
    default:
      return unreachable(inline)
  }
}

function raised(base: TextRun): TextRun {
  return {
    ...base,
    family: 'heads',
    bold: false,
    italic: false,
    size: Math.max(smallest, base.size * 0.7),
    rise: base.size * 0.33,
    clings: true,
  }
}

/** Raised numbers; each leads to its source. */
function citationRuns(numbers: number[], base: TextRun): TextRun[] {
  const mark = raised(base)
  return joinRanges(numbers).map((part, index) => ({
    ...mark,
    text: `${index === 0 ? '' : ','}${part.label}`,
    link: { kind: 'destination', name: sourceDestination(part.target) },
  }))
}

/** Numbers in order, three or more in a row joined as a range: 1, 3–5. `target` is the first of each. */
export function joinRanges(numbers: number[]): { label: string; target: number }[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const parts: { label: string; target: number }[] = []
  for (let i = 0; i < sorted.length; ) {
    let j = i
    while (j + 1 < sorted.length && sorted[j + 1] === (sorted[j] as number) + 1) j++
    const first = sorted[i] as number
    if (j - i >= 2) {
      parts.push({ label: `${first}–${sorted[j]}`, target: first })
      i = j + 1
    } else {
      parts.push({ label: String(first), target: first })
      i++
    }
  }
  return parts
}
