import type { Points } from '../base/index.js'
import type { Figure } from '../document/index.js'
import type { Scene } from '../figures/index.js'
import type { Language } from '../locale/index.js'
import type { StructureElement } from './structure.js'
import type { StyleSheet } from './style-sheet.js'
import type { TextSetter } from './text/text-setter.js'

/** What blocks are set with: the measuring, the looks and the words that the layout itself prints. */
export interface Setting {
  setter: TextSetter
  sheet: StyleSheet
  words: LayoutWords
  language: Language
  inColumns: boolean
  /** The element that what is set becomes a part of. */
  parent: StructureElement
  /** A masthead's title is the first heading; those of the text come below it. */
  hasMasthead: boolean
  /** Figures that are drawn already. */
  scenes: Scenes
  /** Pictures of the workspace that the document shows, by path. */
  pictures: Map<string, Picture>
}

/** A picture and its own size on paper, at 96 pixels to the inch. */
export interface Picture {
  bytes: Uint8Array
  width: Points
  height: Points
}

/**
 * Drawings by figure and width. A document is laid out more than once to reach its length, and a map is as much work
 * as the rest of its page.
 */
export type Scenes = WeakMap<Figure, Map<Points, Scene>>

/** In the document's language: "Table", "Figure", "continued". */
export interface LayoutWords {
  continued: string
  table: string
  figure: string
}
