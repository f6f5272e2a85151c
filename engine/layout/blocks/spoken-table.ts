import { unreachable } from '../../base/index.js'
import type { Cell, Figure, Inline } from '../../document/index.js'
import { type Language, phrase } from '../../locale/index.js'
import { type Part, slot } from '../part.js'
import { joinRanges } from '../text/join-ranges.js'
import { cellPart } from './cell-part.js'

/**
 * The data of a figure as a table that is heard and not seen, and the slots that drawing has to fill, row by row: one
 * for each stretch of a cell's text in one language, counted from `firstSlot`.
 *
 * A figure's own `Alt` hides whatever the figure holds from a screen reader, so the table stands after it. Each text
 * is the `ActualText` of a `Span`, and drawn for it is one space within the picture: readers take an element without
 * content for empty. Invisible letters (text rendering mode 3) would be read as well, but found and copied with the
 * page, too, where nobody sees them.
 */
export function spokenTable(
  { table, number }: Figure,
  language: Language,
  firstSlot: number,
): { part: Part; slots: number[][] } {
  let next = firstSlot
  const title =
    number === undefined
      ? phrase('data-of-figure', language)
      : phrase('data-of-figure-number', language, { number })
  const slots = [[next++]]
  const rowOf = (cells: Cell[], inHead: boolean): Part => {
    const row: number[] = []
    const kids = cells.map((cell) => {
      const spoken = spokenStretches(cell.content).map((one) => spanOf(one))
      for (const _ of spoken) row.push(next++)
      return cellPart(cell, inHead, false, spoken)
    })
    slots.push(row)
    return { type: 'TR', kids }
  }
  const caption: Part = { type: 'Caption', kids: [spanOf({ actualText: title })] }
  const head = table.head.map((cells) => rowOf(cells, true))
  const rows = table.rows.map(({ cells }) => rowOf(cells, false))
  return { part: { type: 'Table', kids: [caption, ...head, ...rows] }, slots }
}

function spanOf(stretch: Stretch): Part {
  return { type: 'Span', ...stretch, kids: [slot] }
}

interface Stretch {
  actualText: string
  language?: string
}

/** What a reader hears of a cell, stretch by stretch of one language. */
function spokenStretches(content: Inline[]): Stretch[] {
  const stretches: Stretch[] = []
  const say = (text: string, language: string | undefined): void => {
    const last = stretches.at(-1)
    if (last && last.language === language) last.actualText += text
    else stretches.push({ actualText: text, language })
  }
  const visit = (inlines: Inline[], language: string | undefined): void => {
    for (const inline of inlines) {
      switch (inline.type) {
        case 'text':
          say(inline.text, language)
          break
        case 'lineBreak':
          say(' ', language)
          break
        case 'citation': {
          const numbers = joinRanges(inline.numbers).map(({ label }) => label)
          say(` [${numbers.join(', ')}]`, undefined)
          break
        }
        case 'status':
          // Where the words stand there already the mark would say them twice.
          if (!stretches.at(-1)?.actualText.endsWith(inline.label)) say(` (${inline.label})`, undefined)
          break
        case 'foreign':
          visit(inline.content, inline.language)
          break
        case 'link':
        case 'reference':
          visit(inline.content, language)
          break
        case 'footnote':
          break
        default:
          unreachable(inline)
      }
    }
  }
  visit(content, undefined)
  return stretches.filter(({ actualText }) => actualText.trim() !== '')
}
