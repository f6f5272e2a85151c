import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js'
import type { MeasuredInline } from 'pdfmake/js/TextInlines.js'
import type { Points } from '../base/index.js'
import { keptWith } from '../base/index.js'
import type { BriefDocument } from './brief-document.js'
import { Line, TextInlines } from './pdfmake-parts.js'
import type { FamilyRole, Run } from './runs.js'

/** A stretch of one line in one look; `x` from the line's start. */
export interface Span {
  text: string
  run: Run
  font: EmbeddedFont
  x: Points
  width: Points
}

export interface SetLine {
  spans: Span[]
  width: Points
}

/** Words of a text with their widths, ready to be broken into lines of any width. */
export interface MeasuredText {
  words: MeasuredInline[]
  /** Width of the longest word that cannot be broken. */
  minWidth: Points
  /** Width of the text set on one line. */
  maxWidth: Points
}

/** Measures runs into words by pdfmake. A glyph that the run's family lacks is taken from another one. */
export class TextSetter {
  private readonly inlines: InstanceType<typeof TextInlines>
  private readonly labels = new Map<string, SetLine>()
  /** Characters that no family has, in order of first sight. */
  readonly missing = new Set<string>()

  private readonly document: BriefDocument
  private readonly families: Record<FamilyRole, string>

  constructor(document: BriefDocument, families: Record<FamilyRole, string>) {
    this.document = document
    this.families = families
    this.inlines = new TextInlines(document)
  }

  measure(runs: Run[]): MeasuredText {
    const nodes = runs
      .flatMap((run) => this.withGlyphs(run))
      .map((run) => ({
        text: run.text,
        font: this.families[run.family],
        fontSize: run.size,
        bold: run.bold,
        italics: run.italic,
        characterSpacing: run.tracking,
        run,
      }))
    if (nodes.length === 0) return { words: [], minWidth: 0, maxWidth: 0 }
    // Without a stack of styles each property that a run leaves out is pdfmake's own default at once.
    const built = this.inlines.buildInlines(nodes)
    const words = built.items.map((word, index): MeasuredInline => {
      const next = built.items[index + 1]?.run as Run | undefined
      const { text, font, fontSize, width, leadingCut, trailingCut, characterSpacing, run } = word
      const lineEnd = word.lineEnd === true
      const noNewLine = word.noNewLine === true || (next?.clings === true && !lineEnd)
      // Without what pdfmake notes besides: words are copied whenever they are broken into lines.
      return {
        ...{ text, font, fontSize, width, leadingCut, trailingCut, characterSpacing, run },
        ...{ lineEnd, noNewLine, x: 0 },
      }
    })
    return {
      words,
      minWidth: Math.max(built.minWidth, widestChain(words)),
      maxWidth: built.maxWidth,
    }
  }

  /** Breaks measured text into lines no wider than `width`; a word that is wider is broken inside. */
  break(text: MeasuredText, width: Points): SetLine[] {
    const lines: SetLine[] = []
    const queue = text.words.map((word) => ({ ...word }))
    let index = 0
    while (index < queue.length) {
      const line = new Line(width)
      while (index < queue.length) {
        const word = queue[index] as MeasuredInline
        // What comes next counts only for a word that must not end a line.
        const next = word.noNewLine ? queue.slice(index + 1, index + 8) : []
        if (!line.hasEnoughSpaceForInline(word, next)) break
        if (line.inlines.length === 0 && word.width - word.trailingCut > width && word.text.length > 1) {
          queue.splice(index, 1, ...this.split(word, width))
          line.addInline(queue[index] as MeasuredInline)
          index++
          break
        }
        line.addInline(word)
        index++
        if (word.lineEnd) break
      }
      lines.push({ spans: joinSpans(line.inlines), width: Math.max(0, line.getWidth()) })
    }
    return lines
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
    const run: Run = {
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

  /** A word too wide for a line, as the part that fits and the rest. */
  private split(word: MeasuredInline, width: Points): [MeasuredInline, MeasuredInline] {
    const letters = [...word.text]
    let count = letters.length - 1
    while (count > 1 && this.inlines.widthOfText(letters.slice(0, count).join(''), word) > width) count--
    const part = (text: string): MeasuredInline => ({
      ...word,
      text,
      width: this.inlines.widthOfText(text, word),
      leadingCut: 0,
      trailingCut: 0,
    })
    return [
      { ...part(letters.slice(0, count).join('')), lineEnd: false },
      part(letters.slice(count).join('')),
    ]
  }

  private withGlyphs(run: Run): Run[] {
    const own = this.fontOf(run, run.family)
    if (![...run.text].some((letter) => letter !== '\n' && !hasGlyph(own, letter))) return [run]
    const pieces: Run[] = []
    const families = new Set<FamilyRole>([run.family, 'text', 'heads', 'symbols'])
    const isKnown = (letter: string) =>
      [...families].some((family) => hasGlyph(this.fontOf(run, family), letter))
    for (const letter of withKnownSpaces(run.text, isKnown)) {
      const family = letter === '\n' ? run.family : this.familyWith(letter, run)
      const last = pieces.at(-1)
      if (last && last.family === family) last.text += letter
      else pieces.push({ ...run, text: letter, family })
    }
    return pieces
  }

  private familyWith(letter: string, run: Run): FamilyRole {
    const order: FamilyRole[] = [run.family, 'text', 'heads', 'symbols']
    const found = order.find((family) => hasGlyph(this.fontOf(run, family), letter))
    if (!found) this.missing.add(letter)
    return found ?? run.family
  }

  fontOf(run: { bold: boolean; italic: boolean }, family: FamilyRole): EmbeddedFont {
    return this.document.provideFont(this.families[family], run.bold, run.italic)
  }
}

/** What a space that no family has is set as: few fonts have all that Unicode knows. */
const spaceStandIns: Record<string, string> = {
  '\u2002': '\u00a0 ',
  '\u2003': '\u00a0\u00a0\u00a0 ',
  '\u2007': '\u00a0',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u202f': '\u00a0',
}

function withKnownSpaces(text: string, isKnown: (letter: string) => boolean): string {
  return text.replace(/[\u2002\u2003\u2007\u2009\u200a\u202f]/g, (space) =>
    isKnown(space) ? space : (spaceStandIns[space] ?? ' '),
  )
}

/** Width of the longest row of words that must stay on one line: a figure with its citation and status. */
function widestChain(words: MeasuredInline[]): Points {
  let widest = 0
  let chain = 0
  for (const word of words) {
    chain += word.width
    widest = Math.max(widest, chain - word.trailingCut)
    if (!word.noNewLine) chain = 0
  }
  return widest
}

/** What has been looked up in a font; its table is searched anew at every question. */
const glyphsOf = keptWith((_font: EmbeddedFont['font']) => new Map<string, boolean>())

function hasGlyph({ font }: EmbeddedFont, letter: string): boolean {
  const glyphs = glyphsOf(font)
  const known = glyphs.get(letter)
  if (known !== undefined) return known
  const has = font.hasGlyphForCodePoint(letter.codePointAt(0) as number)
  glyphs.set(letter, has)
  return has
}

/** One span per look and line instead of one per word: smaller files, and text that copies as it reads. */
function joinSpans(words: MeasuredInline[]): Span[] {
  const spans: Span[] = []
  for (const word of words) {
    const run = word.run as Run
    const last = spans.at(-1)
    if (last && last.run === run && last.font === word.font) {
      last.text += word.text
      last.width += word.width
    } else if (word.text !== '') {
      spans.push({ text: word.text, run, font: word.font, x: word.x, width: word.width })
    }
  }
  const end = spans.at(-1)
  // The space that a line ends on is drawn, though it takes no room: without it who listens hears two words as one.
  if (end && /[ \t]$/.test(end.text)) {
    end.width -= words.at(-1)?.trailingCut ?? 0
    end.text = `${end.text.trimEnd()} `
  }
  return spans.filter((span) => span.text !== '')
}
