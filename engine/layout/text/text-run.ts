import type { Points, TextPlace } from '../../base/index.js'

/** The families of a theme. */
export type FamilyRole = 'text' | 'heads' | 'symbols'

/** How a piece of text is set. */
export interface TextStyle {
  family: FamilyRole
  size: Points
  leading: Points
  colour: string
  bold?: boolean
  italic?: boolean
  /** Space added between letters. */
  tracking?: Points
}

/** Text of one look, in reading order; what the measuring breaks into words. */
export interface TextRun {
  text: string
  family: FamilyRole
  size: Points
  colour: string
  bold: boolean
  italic: boolean
  tracking: Points
  /** How far the baseline is raised. */
  rise: Points
  link?: Link
  /** A line through it. */
  struck: boolean
  /** Letters above or below the line. */
  script?: 'raised' | 'lowered'
  /** What is said for it: the words of a mark. */
  spoken?: string
  /** Another language than the document's. */
  language?: string
  /** The footnote that it calls. */
  note?: number
  /** Stays on the line of the word before it: a citation or status mark. */
  clings: boolean
  /** A family that comes along, instead of the theme's. */
  fallback?: string
  /** What a reader copies for it, where that is not what is drawn. */
  copiedAs?: string
  /** Where its text is written, if that is known better than of its block. */
  from?: TextPlace
  /** No font has its letters; told of what is set alone. */
  hasNoGlyph?: boolean
}

export type Link = { kind: 'address'; address: string } | { kind: 'destination'; name: string }

/** Nothing is set smaller. */
export const smallest: Points = 7
