import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'
import type { Points } from '../../base/index.js'
import { type Link, type SetLine, type Span, spanGroups, type TextRun } from '../../layout/index.js'
import type { BriefDocument } from '../brief-document.js'
import type { FontMeasure } from '../font-measure.js'
import type { FilledSlot } from '../tags/tag.js'

/** Draws a line of text into `slots`, one for each group of its spans; without them for the eye alone. */
export function drawLine(
  document: BriefDocument,
  fonts: FontMeasure,
  line: SetLine,
  x: Points,
  baseline: Points,
  slots?: readonly (FilledSlot | undefined)[],
): void {
  spanGroups(line.spans).forEach((group, index) => {
    const slot = slots?.[index]
    document.openContent(slot)
    for (const span of group) drawSpan(document, fonts, span, x, baseline)
    document.closeContent(slot)
    const link = group[0]?.run.link
    // What is there for the eye alone, a head that is repeated, leads nowhere: every active area is some element's.
    if (link && slot) drawLink(document, link, group, x, baseline, slot)
  })
}

function drawSpan(
  document: BriefDocument,
  fonts: FontMeasure,
  span: Span,
  x: Points,
  baseline: Points,
): void {
  const { run } = span
  const font = fonts.font(run.family, run)
  document._font = font
  document.fontSize(run.size).fillColor(run.colour)
  for (const { text, x: left, copiedAs } of stretchesOf(span, font)) {
    document.asCopied(copiedAs, () =>
      document.text(text, x + left, baseline - run.rise, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: run.tracking,
        // pdfkit spreads words only when told a width; ours are already measured.
        wordSpacing: 0,
      }),
    )
  }
  // pdfkit draws a line through text only where it breaks lines itself.
  if (run.struck) {
    const y = baseline - run.rise - run.size * 0.27
    document.lineWidth(run.size * 0.06).strokeColor(run.colour)
    document
      .moveTo(x + span.x, y)
      .lineTo(x + span.x + span.width, y)
      .stroke()
  }
}

interface Stretch {
  text: string
  x: Points
  copiedAs?: string
}

/**
 * A span as it is drawn: in one, or word by word where letters have marks of their own. Readers take the way back to a letter
 * for the end of a word, so they are told what the word is.
 */
function stretchesOf({ text, run, x }: Span, font: EmbeddedFont): Stretch[] {
  if (/Arabic|Hebrew/.test(run.fallback ?? '')) return fromTheRight(text, run, x, font)
  const isWhole = run.copiedAs !== undefined || run.fallback !== undefined || !/\P{M}\p{M}/u.test(text)
  if (isWhole) return [{ text, x, copiedAs: run.copiedAs }]
  let left = x
  return (text.match(/[^ ]+ ?| /g) ?? []).map((word) => {
    const hasMarks = /\p{M}/u.test(word)
    // Poppler takes the last glyph's end for that of the word, and a mark's is not.
    const drawn = /\p{M}$/u.test(word) ? `${word} ` : word
    const stretch = { text: drawn, x: left, copiedAs: hasMarks ? word : undefined }
    left += font.widthOfString(word, run.size) + run.tracking * word.length
    return stretch
  })
}

/** Words of a script that is read from right to left. Each is turned by its font; their order is turned here. */
function fromTheRight(text: string, run: TextRun, x: Points, font: EmbeddedFont): Stretch[] {
  const words = (text.match(/[^ ]+| +/g) ?? []).map((word) => ({
    text: word,
    width: font.widthOfString(word, run.size) + run.tracking * word.length,
  }))
  let right =
    x +
    words.reduce((sum, { text: word, width }, index) => {
      const isAtEnd = index === words.length - 1 && word.trim() === ''
      return isAtEnd ? sum : sum + width
    }, 0)
  return words.map((word) => {
    right -= word.width
    return { text: word.text, x: right }
  })
}

/** The active area over a stretch that leads somewhere. */
function drawLink(
  document: BriefDocument,
  link: Link,
  group: Span[],
  x: Points,
  baseline: Points,
  slot: FilledSlot | undefined,
): void {
  const [first] = group as [Span]
  const last = group.at(-1) as Span
  const { run } = first
  const left = x + first.x
  const area = [
    left,
    baseline - run.rise - run.size * 0.8,
    last.x + last.width - first.x,
    run.size * 1.1,
  ] as const
  const text = group.map((span) => span.text).join('')
  // What a reader is told of the link: its whole address where the text shows a part of it.
  const contents = link.kind === 'address' ? link.address : text
  document.linkArea(area, link, contents, slot)
}
