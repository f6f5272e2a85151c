import { type Part, type PartKid, slot } from '../part.js'
import type { SetLine } from './break-lines.js'
import { spanGroups } from './span-groups.js'
import type { Link, TextRun } from './text-run.js'

/** What lines are to screen readers, within the part whose text they are. */
export interface TaggedLines {
  kids: readonly PartKid[]
  /** Of each line, the slot of each group of its spans (`spanGroups`), counted from the first of `kids`. */
  slots: readonly (readonly number[])[]
}

/**
 * Links, marks that are said otherwise than drawn and stretches in another language become parts of their own, in
 * their place; one that runs on in the next line stays one part. A footnote is called where its mark is.
 */
export function tagLines(lines: readonly SetLine[]): TaggedLines {
  if (lines.every(isPlain))
    return { kids: lines.some(hasSpans) ? plainKids : [], slots: lines.map(slotsOfPlain) }
  const tagging = new Tagging()
  const slots = lines.map(({ spans }) =>
    spanGroups(spans).map(([first]) => tagging.place((first as { run: TextRun }).run)),
  )
  return { kids: tagging.kids, slots }
}

const plainKids: readonly PartKid[] = [slot]
const onlySlot: readonly number[] = [0]
const noSlots: readonly number[] = []

function isPlain({ spans }: SetLine): boolean {
  return spans.every(
    ({ run }) =>
      !run.link && !run.language && !run.script && run.spoken === undefined && run.note === undefined,
  )
}

function hasSpans({ spans }: SetLine): boolean {
  return spans.length > 0
}

function slotsOfPlain(line: SetLine): readonly number[] {
  return hasSpans(line) ? onlySlot : noSlots
}

type OpenPart = Part & { kids: PartKid[] }

class Tagging {
  readonly kids: PartKid[] = []
  private count = 0
  /** The link or the language that a part is for. */
  private readonly stretches = new Map<PartKid, Link | string>()

  /** Puts what is drawn for a run in its place, and gives its slot. */
  place(run: TextRun): number {
    const { spoken, language, link, note } = run
    if (spoken !== undefined)
      return this.fill(open(this.kids, { type: 'Span', actualText: spoken, kids: [] }))
    const around = language
      ? this.continued(this.kids, language, { type: 'Span', language, kids: [] })
      : this.kids
    if (note === undefined) {
      const inside = link ? this.continued(around, link, { type: 'Link', kids: [] }) : around
      return this.fill(
        run.script ? open(inside, { type: 'Span', baselineShift: run.rise, kids: [] }) : inside,
      )
    }
    if (!link) return this.fill(around)
    const slot = this.fill(open(open(around, { type: 'Reference', kids: [] }), { type: 'Link', kids: [] }))
    if (!this.kids.some((kid) => kid.type === 'noteCall' && kid.number === note))
      this.kids.push({ type: 'noteCall', number: note })
    return slot
  }

  /** What is open last is what is filled last, so its slot is the last one. */
  private fill(kids: PartKid[]): number {
    if (kids.at(-1)?.type !== 'slot') {
      kids.push(slot)
      this.count++
    }
    return this.count - 1
  }

  private continued(kids: PartKid[], stretch: Link | string, part: OpenPart): PartKid[] {
    const last = kids.at(-1)
    if (last && this.stretches.get(last) === stretch) return (last as OpenPart).kids
    this.stretches.set(part, stretch)
    return open(kids, part)
  }
}

function open(kids: PartKid[], part: OpenPart): PartKid[] {
  kids.push(part)
  return part.kids
}
