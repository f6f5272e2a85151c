import { nothing } from '../set-block.js'
import type { BlockKind } from './block-kind.js'

/** Within another block there is nothing to break. */
export const pageBreak: BlockKind<'pageBreak'> = {
  set: () => nothing,
  flow: () => ({ type: 'newPage', blocks: [] }),
}
