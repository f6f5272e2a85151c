import type { Points } from '../lengths.js'

/**
 * A picture as vectors, in points from its top left corner. Plain data: the PDF draws it, a screen can draw it,
 * a test can look at it.
 */
export interface Scene {
  width: Points
  height: Points
  /** Drawn in this order. */
  shapes: Shape[]
}

export type Shape =
  /** `d` is SVG path data with absolute commands. */
  | { kind: 'path'; d: string; fill?: string; stroke?: string; strokeWidth?: Points; dash?: Points[]; opacity?: number }
  | { kind: 'circle'; x: Points; y: Points; radius: Points; fill?: string; stroke?: string; strokeWidth?: Points }
  | {
      kind: 'text'
      x: Points
      /** The baseline. */
      y: Points
      text: string
      size: Points
      colour: string
      anchor: 'start' | 'middle' | 'end'
      bold?: boolean
      italic?: boolean
      /** Degrees, clockwise. */
      rotate?: number
      /** A halo in this colour under the letters, so that they read over lines. */
      halo?: string
    }
