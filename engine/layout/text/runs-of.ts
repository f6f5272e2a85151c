import { unreachable } from '../../base/index.js'
import type { Inline } from '../../document/index.js'
import { noteDestination, sourceDestination } from './destinations.js'
import { joinRanges } from './join-ranges.js'
import { statusGlyphs } from './status-glyphs.js'
import { type Link, smallest, type TextRun, type TextStyle } from './text-run.js'

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
          from: inline.from,
          ...(inline.script ? scripted(base, inline.script) : {}),
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

/** On the line of the letters before it, smaller, and above or below their line. */
function scripted(base: TextRun, script: 'raised' | 'lowered'): Partial<TextRun> {
  return {
    script,
    size: Math.max(smallest, base.size * 0.7),
    rise: base.size * (script === 'raised' ? 0.33 : -0.14),
    clings: true,
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
