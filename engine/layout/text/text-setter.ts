import { type Points, softHyphen } from '../../base/index.js'
import type { Face, Measure, Word } from '../measure.js'
import { breakLines, type SetLine } from './break-lines.js'
import { chooseFaces } from './choose-faces.js'
import type { TextRun } from './text-run.js'

/** Words of a text with their widths, ready to be broken into lines of any width. */
export interface MeasuredText {
  words: Word[]
  /** Width of the longest row of words that cannot be broken. */
  minWidth: Points
  /** Width of the text set on one line. */
  maxWidth: Points
}

/** Measures runs into words and breaks them into lines. A glyph that a run's family lacks is taken from another one. */
export class TextSetter {
  private readonly labels = new Map<string, SetLine>()
  private readonly fonts: Measure

  constructor(fonts: Measure) {
    this.fonts = fonts
  }

  measure(runs: TextRun[]): MeasuredText {
    const known = runs.flatMap((run) => chooseFaces(run, this.fonts))
    if (known.length === 0) return { words: [], minWidth: 0, maxWidth: 0 }
    const words = this.fonts.words(known).map((word, index, all) => {
      const joinsNext = word.joinsNext || (all[index + 1]?.run.clings === true && !word.endsLine)
      if (joinsNext || !word.text.endsWith(softHyphen)) return { ...word, joinsNext }
      return { ...word, hyphen: this.faceOf(word.run).width('-', word.run.size) }
    })
    return { words, ...widthsOf(words) }
  }

  /** Breaks measured text into lines no wider than `width`; a word that is wider is broken inside. */
  break(text: MeasuredText, width: Points): SetLine[] {
    return breakLines(text.words, width, (word, room) => this.split(word, room))
  }

  /**
   * A text of one look on one line, in the family of heads: the labels of a picture. Kept, since a picture tries the
   * same words at many places.
   */
  label(text: string, look: { size: Points; bold?: boolean; italic?: boolean }, colour = ''): SetLine {
    const { size, bold = false, italic = false } = look
    const key = `${size} ${bold} ${italic} ${colour} ${text}`
    const known = this.labels.get(key)
    if (known) return known
    const run: TextRun = {
      text,
      family: 'heads',
      size,
      bold,
      italic,
      colour,
      tracking: 0,
      rise: 0,
      struck: false,
      clings: false,
    }
    const [line = { spans: [], width: 0 }] = this.break(this.measure([run]), Number.MAX_SAFE_INTEGER)
    this.labels.set(key, line)
    return line
  }

  /** Width of a part of a span, from its start. */
  widthOfStart(text: string, run: TextRun): Points {
    return this.faceOf(run).width(text, run.size)
  }

  /** A word too wide for a line, as the part that fits and the rest. */
  private split(word: Word, room: Points): [Word, Word] {
    const letters = [...word.text]
    const face = this.faceOf(word.run)
    const widthOf = (text: string): Points =>
      face.width(text, word.run.size) + word.run.tracking * (text.length - 1)
    const count = mostThatFit(letters.length - 1, (some) => widthOf(letters.slice(0, some).join('')) <= room)
    const [start, rest] = [letters.slice(0, count).join(''), letters.slice(count).join('')]
    const part = (text: string, width: Points): Word => ({
      ...{ ...word, text, width },
      ...{ leadingSpace: 0, trailingSpace: 0 },
    })
    const width = widthOf(start)
    // What is split again need not be measured; of a word of thousands of letters that would be most of the work.
    const about = word.width - width
    return [
      { ...part(start, width), endsLine: false, hyphen: undefined },
      part(rest, about > 2 * room ? about : widthOf(rest)),
    ]
  }

  private faceOf(run: TextRun): Face {
    return this.fonts.face(run.family, run)
  }
}

/** How many letters further one is looked for that fits: what is drawn as one is narrower than its parts. */
const longestLigature = 4

/** The most of `all` that `fits`, at least 1; asked for about twice as often as there are binary digits in it. */
function mostThatFit(all: number, fits: (count: number) => boolean): number {
  let most = 1
  let over = 2
  while (over <= all && fits(over)) [most, over] = [over, over * 2]
  over = Math.min(over, all + 1)
  while (over - most > 1) {
    const middle = Math.floor((most + over) / 2)
    if (fits(middle)) most = middle
    else over = middle
  }
  for (let more = Math.min(most + longestLigature, all); more > most; more -= 1) if (fits(more)) return more
  return most
}

/** Of the longest row of words that must stay on one line (a figure with its citation and status), and of all on one. */
function widthsOf(words: Word[]): { minWidth: Points; maxWidth: Points } {
  let minWidth: Points = 0
  let maxWidth: Points = 0
  let chain: Points = 0
  let line: { width: Points; leadingSpace: Points } | undefined
  for (const { width, leadingSpace, trailingSpace, joinsNext, endsLine, hyphen = 0 } of words) {
    chain += width
    minWidth = Math.max(
      minWidth,
      width + hyphen - leadingSpace - trailingSpace,
      chain + hyphen - trailingSpace,
    )
    if (!joinsNext) chain = 0
    line ??= { width: 0, leadingSpace }
    line.width += width
    maxWidth = Math.max(maxWidth, line.width - line.leadingSpace - trailingSpace)
    if (endsLine) line = undefined
  }
  return { minWidth, maxWidth }
}
