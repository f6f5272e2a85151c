import { holdsLetter, type LetterRange } from '../../engine/base/index.js'

/** A part of a text that a reader takes for one letter, with a character that no font has. */
export interface Unprinted {
  letter: string
  /** Where it begins and ends in the text. */
  from: number
  to: number
}

/** What of `text` is not printed, where the fonts have `letters` and no others. */
export function unprintedIn(text: string, letters: readonly LetterRange[]): Unprinted[] {
  if (![...text].some((letter) => isUnprinted(letter, letters))) return []
  return [...graphemes.segment(text)]
    .filter(({ segment }) => [...segment].some((letter) => isUnprinted(letter, letters)))
    .map(({ segment, index }) => ({ letter: segment, from: index, to: index + segment.length }))
}

/** Each letter of Markdown that is not printed, once. Fields stand for what the casebook says. */
export function unprintedLetters(markdown: string, letters: readonly LetterRange[]): string[] {
  const written = markdown.replace(/\{\{[^{}]*\}\}/g, ' ')
  return [...new Set(unprintedIn(written, letters).map(({ letter }) => letter))]
}

/** An emoji of several characters is one letter. The rules are the same in every language of the window. */
const graphemes = new Intl.Segmenter('en')

function isUnprinted(letter: string, letters: readonly LetterRange[]): boolean {
  // Of a text nearly all is of these, and breaks are no letters.
  return (letter > '\u007e' || letter < ' ') && !/^[\n\r\t]$/.test(letter) && !holdsLetter(letters, letter)
}
