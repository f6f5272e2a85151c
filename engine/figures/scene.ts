import type { Points } from '../base/index.js'

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

export type Shape = PathShape | CircleShape | TextShape | ClippedShapes

export interface PathShape {
  kind: 'path'
  /** SVG path data with absolute commands; areas are filled by the non-zero rule. */
  d: string
  fill?: string
  stroke?: string
  strokeWidth?: Points
  dash?: Points[]
  opacity?: number
}

export interface CircleShape {
  kind: 'circle'
  x: Points
  y: Points
  radius: Points
  fill?: string
  stroke?: string
  strokeWidth?: Points
}

export interface TextShape {
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

/** Shapes of which only what lies inside the path `clip` is seen: hatch lines, the sheet of a map. */
export interface ClippedShapes {
  kind: 'clipped'
  clip: string
  shapes: Shape[]
}
