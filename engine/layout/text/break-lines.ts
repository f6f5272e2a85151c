import { type Points, softHyphen } from '../../base/index.js'
import type { Word } from '../measure.js'
import type { TextRun } from './text-run.js'

/** A stretch of one line in one look; `x` from the line's start. */
export interface Span {
  text: string
  run: TextRun
  x: Points
  width: Points
}

export interface SetLine {
  spans: Span[]
  width: Points
}

/** How many words that belong together are looked at beyond the one that is placed. */
const longestLookAhead = 7

/**
 * Breaks words into lines no wider than `width`; `split` breaks a word that is wider into the part that fits and the
 * rest. The words are only read.
 */
export function breakLines(
  words: readonly Word[],
  width: Points,
  split: (word: Word, width: Points) => [Word, Word],
): SetLine[] {
  const lines: SetLine[] = []
  let queue = words
  let index = 0
  while (index < queue.length) {
    const line = new OpenLine()
    const first = queue[index] as Word
    if (first.width - first.trailingSpace + (first.hyphen ?? 0) > width && first.text.length > 1) {
      queue = queue.toSpliced(index, 1, ...split(first, width))
      line.add(queue[index++] as Word)
    } else {
      while (index < queue.length && line.hasRoomFor(queue, index, width)) {
        const word = queue[index++] as Word
        line.add(word)
        if (word.endsLine) break
      }
    }
    lines.push(line.close(index < queue.length))
  }
  return lines
}

/** One span per look and line instead of one per word: smaller files, and text that copies as it reads. */
class OpenLine {
  private readonly spans: Span[] = []
  private last: Word | undefined
  private width: Points = 0
  private leadingSpace: Points = 0

  hasRoomFor(words: readonly Word[], index: number, width: Points): boolean {
    if (!this.last) return true
    let needed = 0
    let trailing = 0
    for (let i = index; i < words.length && i <= index + longestLookAhead; i++) {
      const word = words[i] as Word
      needed += word.width
      trailing += word.trailingSpace
      if (word.joinsNext && i < index + longestLookAhead) continue
      const free = width - (this.width + needed - this.leadingSpace - trailing)
      // A word that can be divided fits with its hyphen, or with the part that follows.
      if (free < 0 || word.hyphen === undefined || free >= word.hyphen) return free >= 0
    }
    return true
  }

  add(word: Word): void {
    if (!this.last) this.leadingSpace = word.leadingSpace
    const before = this.spans.at(-1)
    if (before && before.run === word.run) {
      before.text += word.text
      before.width += word.width
    } else if (word.text !== '') {
      const { text, run, width } = word
      this.spans.push({ text, run, x: this.width - this.leadingSpace, width })
    }
    this.last = word
    this.width += word.width
  }

  /** `goesOn` says that the text does, in the next line. */
  close(goesOn: boolean): SetLine {
    const trailing = this.last?.trailingSpace ?? 0
    const end = this.spans.at(-1)
    // The space that a line ends on is drawn, though it takes no room: without it screen readers say two words as one.
    if (end && /[ \t]$/.test(end.text)) {
      end.width -= trailing
      end.text = `${end.text.trimEnd()} `
    }
    const width = Math.max(0, this.width - this.leadingSpace - trailing)
    return goesOn ? this.divided(width) : { spans: this.spans, width }
  }

  /** With a hyphen where a word is divided; who copies the text gets the one that was typed. */
  private divided(width: Points): SetLine {
    const { run, hyphen } = this.last ?? {}
    if (!run || hyphen === undefined) return { spans: this.spans, width }
    const span: Span = { text: '-', run: { ...run, copiedAs: softHyphen }, x: width, width: hyphen }
    return { spans: [...this.spans, span], width: width + hyphen }
  }
}
