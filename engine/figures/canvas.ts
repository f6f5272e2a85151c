import type { Points } from '../base/index.js'
import type { Language } from '../locale/index.js'

/** What a drawing is drawn on: its width, its fonts by way of `measure`, and the colours of the theme. */
export interface Canvas {
  width: Points
  /** How wide a text is set in the sans face of the theme. */
  measure(text: string, style: TextStyle): Points
  colours: Colours
  language: Language
}

export interface TextStyle {
  size: Points
  bold?: boolean
  italic?: boolean
}

/** Hexadecimal, `#1a1d21`. */
export interface Colours {
  ink: string
  accent: string
  /** Text of less weight, still readable at 4.5:1. */
  muted: string
  rule: string
  caution: string
  tint: string
}

/** Labels; nothing in a picture is set smaller than `small`. */
export const labelSize: Points = 7.5
export const smallSize: Points = 7
export const lineHeight: Points = 9
export const hairline: Points = 0.5
