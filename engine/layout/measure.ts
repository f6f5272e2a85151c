import type { Points } from '../base/index.js'
import type { FamilyRole, TextRun } from './text/text-run.js'

/**
 * What the layout asks of fonts. Whoever draws the pages answers, so that what is measured is what will be drawn;
 * the layout itself opens no font.
 */
export interface Measure {
  /** Texts divided into words, each with its width. */
  words(runs: TextRun[]): Word[]
  /** One face of a family. */
  face(family: FamilyRole, look: Look): Face
  /** Families that come along, for letters that those of the theme lack: the nearest in style to `family` first. */
  fallbacks(family: FamilyRole): readonly string[]
}

export interface Look {
  bold: boolean
  italic: boolean
  /** Of this family instead of the theme's. */
  fallback?: string
}

export interface Face {
  /** Whether it has a letter, and knows where the marks over and under it stand. */
  sets(letters: string): boolean
  /** Width of a text on one line, without space added between letters. */
  width(text: string, size: Points): Points
}

/** Text that a line may end after, with the spaces that follow it. */
export interface Word {
  text: string
  run: TextRun
  width: Points
  /** Width of the spaces that it begins and ends with, which take no room at the ends of a line. */
  leadingSpace: Points
  trailingSpace: Points
  /** A line ends after it whatever room is left. */
  endsLine: boolean
  /** No line ends after it: it goes on in the next one. */
  joinsNext: boolean
  /** Width of the hyphen that is set after it where a line ends. */
  hyphen?: Points
}
