import type { Points } from '../base/index.js'
import type { Block, Figure } from '../document/index.js'
import type { Scene } from '../figures/index.js'
import type { Language } from '../locale/index.js'
import type { SetBlock } from './set-block.js'
import type { StyleSheet } from './style-sheet.js'
import type { TextSetter } from './text/text-setter.js'

/** All that a block is set by, besides itself. It is only read. */
export interface Setting {
  setter: TextSetter
  sheet: StyleSheet
  words: LayoutWords
  language: Language
  /** Pictures of the workspace that the document shows, by path. */
  pictures: ReadonlyMap<string, Picture>
  /** A figure drawn at a width. */
  drawn: (figure: Figure, width: Points) => Scene
  /** Sets blocks that another one holds, one under the other. */
  setBlocks: (blocks: Block[], setting: Setting) => SetBlock
  /** A masthead's title is the first heading; those of the text come below it. */
  hasMasthead: boolean
  inColumns: boolean
  /** Where its text starts, from the left of the column, and how wide it is. */
  x: Points
  width: Points
  /** The most that a picture with its caption may take of a page's height. */
  pictureHeight: Points
  /** It stands in no box, quote or list: what follows it may be a block that is not set with it. */
  isTopLevel: boolean
  /** Right under a heading, from which it is not parted. */
  isHeaded: boolean
  /** Nothing is set under it in its column, box or item. */
  isLast: boolean
}

/** A picture and its own size on paper, at 96 pixels to the inch. */
export interface Picture {
  bytes: Uint8Array
  width: Points
  height: Points
}

/** In the document's language: "Table", "Figure", "continued". */
export interface LayoutWords {
  continued: string
  table: string
  figure: string
}
