import { joined, within } from '../set-block.js'
import type { BlockKind } from './block-kind.js'
import { setEntry } from './set-entry.js'

/** Figures or tables by number, with the number of their page. */
export const figureList: BlockKind<'figureList'> = {
  set(block, setting) {
    const entries = block.entries.map(({ label, id, content }) =>
      setEntry(setting, { content: [{ type: 'text', text: `${label}. ` }, ...content], target: id }),
    )
    return within({ type: 'TOC' }, joined(entries))
  },
}
