import type { Points } from '../base/index.js'
import {
  addElement,
  isElement,
  type Link,
  type SetLine,
  type Span,
  type StructureElement,
  type TextRun,
} from '../layout/index.js'
import type { BriefDocument } from './brief-document.js'
import type { FontMeasure } from './font-measure.js'

/**
 * Draws a line of text as a part of `element`; without one for the eye alone.
 *
 * Links, marks that are said otherwise than drawn and stretches in another language become elements of their own
 * within it, in their place. `notes` are the elements of footnotes, put where their marks are.
 */
export function drawLine(
  document: BriefDocument,
  fonts: FontMeasure,
  line: SetLine,
  x: Points,
  baseline: Points,
  element?: StructureElement,
  notes?: Map<number, StructureElement>,
): void {
  for (const stretch of stretchesOf(line.spans)) {
    const [first] = stretch as [Span]
    const { run } = first
    const target = element && elementFor(run, element)
    if (target) document.openContent(target)
    for (const span of stretch) drawSpan(document, fonts, span, x, baseline)
    if (target) document.closeContent()
    if (run.link) drawLink(document, run.link, stretch, x, baseline, target)
    const note = run.note === undefined ? undefined : notes?.get(run.note)
    if (element && note && !element.kids.includes(note)) element.kids.push(note)
  }
}

/** Neighbouring spans that belong to one element. */
function stretchesOf(spans: Span[]): Span[][] {
  const stretches: Span[][] = []
  for (const span of spans) {
    const last = stretches.at(-1)?.[0]?.run
    if (last && isOneStretch(last, span.run)) stretches.at(-1)?.push(span)
    else stretches.push([span])
  }
  return stretches
}

function isOneStretch(a: TextRun, b: TextRun): boolean {
  const hasOwn = (run: TextRun): boolean => run.spoken !== undefined || run.note !== undefined
  return a.link === b.link && a.language === b.language && !hasOwn(a) && !hasOwn(b)
}

function elementFor(run: TextRun, parent: StructureElement): StructureElement {
  if (run.spoken !== undefined) return addElement(parent, 'Span', { actualText: run.spoken })
  const { language, link } = run
  const place = language
    ? continued(parent, language, () => addElement(parent, 'Span', { language }))
    : parent
  if (!link) return place
  if (run.note !== undefined) return addElement(addElement(place, 'Reference'), 'Link')
  return continued(place, link, () => addElement(place, 'Link'))
}

/** What an element stands for: the link or the language of its stretch. */
const standsFor = new WeakMap<StructureElement, Link | string>()

/** A stretch that runs on in the next line stays one element, also on the next page. */
function continued(
  parent: StructureElement,
  stretch: Link | string,
  make: () => StructureElement,
): StructureElement {
  const last = parent.kids.at(-1)
  if (last && isElement(last) && standsFor.get(last) === stretch) return last
  const made = make()
  standsFor.set(made, stretch)
  return made
}

function drawSpan(
  document: BriefDocument,
  fonts: FontMeasure,
  span: Span,
  x: Points,
  baseline: Points,
): void {
  const { run } = span
  document._font = fonts.font(run.family, run)
  document.fontSize(run.size).fillColor(run.colour)
  document.text(span.text, x + span.x, baseline - run.rise, {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: run.tracking,
    // pdfkit spreads words only when told a width; ours are already measured.
    wordSpacing: 0,
  })
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

/** The active area over a stretch that leads somewhere. */
function drawLink(
  document: BriefDocument,
  link: Link,
  stretch: Span[],
  x: Points,
  baseline: Points,
  element: StructureElement | undefined,
): void {
  const [first] = stretch as [Span]
  const last = stretch.at(-1) as Span
  const { run } = first
  const left = x + first.x
  const area = [
    left,
    baseline - run.rise - run.size * 0.8,
    last.x + last.width - first.x,
    run.size * 1.1,
  ] as const
  const text = stretch.map((span) => span.text).join('')
  // What a reader is told of the link: its whole address where the text shows a part of it.
  const contents = link.kind === 'address' ? link.address : text
  document.linkArea(area, link, contents, element)
}
