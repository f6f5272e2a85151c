import { noBreaks } from './abbreviations.js'
import { frenchSpaces } from './french-spacing.js'
import { numbersHeld } from './hold-numbers.js'
import { type Language, languages } from './language.js'
import { editQuotes } from './quotation-marks.js'

/** Text of one look in a line; without a language it is printed as it is: code, an address. */
export interface Stretch {
  text: string
  language?: Language
}

/** What is put instead of the characters from `start` to `end`, both offsets in a line. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** What a printer puts in the place of every match. */
export type Rule = readonly [pattern: RegExp, text: string]

/**
 * A line of prose as a printer sets it, stretch by stretch: curly quotation marks and apostrophes, a spaced dash for
 * ` - `, spaces that no line breaks at after abbreviations and within dates and numbers, French
 * spacing in French. Wording is
 * never touched. Each stretch is set by its own language, and as part of the line: it does not matter where bold text
 * or a link begins.
 */
export function typesetLine(stretches: readonly Stretch[]): string[] {
  const line = new Line(stretches)
  for (const language of languages) line.apply(everywhere, language)
  line.edit(editQuotes(line.masked, (at) => line.languageAt(at)))
  line.apply(frenchSpaces, 'fr')
  for (const language of languages) line.apply([...noBreaks[language], ...numbersHeld], language)
  return line.texts
}

/** A text that is a line by itself; see `typesetLine`. */
export function typeset(prose: string, language: Language): string {
  return typesetLine([{ text: prose, language }]).join('')
}

const everywhere: readonly Rule[] = [
  // White space of other kinds: tabs, form feeds, line and paragraph separators.
  [/[\t\v\f\u0085\u2028\u2029]/g, ' '],
  [/(?<=\S )-(?= \S)/g, '–'],
]

/** Addresses in running text, which nothing is put into. */
const addresses = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/g

class Line {
  readonly texts: string[]
  /** All of it in one, with a letter for each that is printed as it is. */
  masked: string
  private readonly languages: readonly (Language | undefined)[]

  constructor(stretches: readonly Stretch[]) {
    this.texts = stretches.map(({ text }) => text)
    this.languages = stretches.map(({ language }) => language)
    const letters = (text: string) => text.replace(/\S/g, 'x')
    this.masked = stretches
      .map(({ text, language }) => (language ? text : letters(text)))
      .join('')
      .replace(addresses, letters)
  }

  languageAt(at: number): Language | undefined {
    let end = 0
    const index = this.texts.findIndex((text) => {
      end += text.length
      return at < end
    })
    return this.languages[index < 0 ? this.languages.length - 1 : index]
  }

  /** Applies rules where the line is in `language`. */
  apply(rules: readonly Rule[], language: Language): void {
    if (!this.languages.includes(language)) return
    for (const [pattern, text] of rules) {
      const found = [...this.masked.matchAll(pattern)]
      if (found.length === 0) continue
      this.edit(
        found
          .map((match) => ({ start: match.index, end: match.index + match[0].length, text }))
          .filter(({ start }) => this.languageAt(start) === language),
      )
    }
  }

  /** Edits in rising order. What is put in stands in the stretch of the character before which it stands. */
  edit(edits: readonly Edit[]): void {
    for (const { start, end, text } of edits.toReversed()) {
      if (this.masked.slice(start, end) === text) continue
      this.masked = this.masked.slice(0, start) + text + this.masked.slice(end)
      let from = 0
      let isPut = false
      this.texts.forEach((own, index) => {
        const to = from + own.length
        const isLast = index === this.texts.length - 1
        const holds = !isPut && start >= from && (start < to || (isLast && start === to))
        const cut = own.slice(Math.max(0, start - from), Math.max(0, end - from))
        if (holds || cut) {
          const at = Math.max(0, start - from)
          this.texts[index] = own.slice(0, at) + (holds ? text : '') + own.slice(at + cut.length)
          isPut ||= holds
        }
        from = to
      })
    }
  }
}
