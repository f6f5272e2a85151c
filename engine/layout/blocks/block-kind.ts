import type { Block } from '../../document/index.js'
import type { SetBlock } from '../set-block.js'
import type { Setting } from '../setting.js'

export type BlockOf<K extends Block['type']> = Extract<Block, { type: K }>

/** What the layout knows of a kind of block. */
export interface BlockKind<K extends Block['type']> {
  /** Sets a block, reading what it is given and writing on none of it: the same input gives the same strips and parts. */
  set(block: BlockOf<K>, setting: Setting): SetBlock
  /** What it is to the pages where it stands in no other block; left out, it stands in the text around it. */
  flow?(block: BlockOf<K>, isLandscape: boolean): Flow
}

export type Flow =
  /** Set in columns of its own. */
  | { type: 'columns'; count: number; blocks: Block[] }
  /** Its blocks go on in its place, on a new page. */
  | { type: 'newPage'; blocks: Block[] }
  /** Its blocks go on pages set across. */
  | { type: 'across'; blocks: Block[] }
