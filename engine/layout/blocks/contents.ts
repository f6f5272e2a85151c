import { joined, within } from '../set-block.js'
import type { BlockKind } from './block-kind.js'
import { setEntry } from './set-entry.js'

/** The contents: a line for each heading, with the number of its page. */
export const contents: BlockKind<'contents'> = {
  set(block, setting) {
    const entries = block.entries.map(({ level, id, content }) =>
      setEntry(setting, {
        content,
        target: id,
        indent: (level - 1) * setting.sheet.indent,
        isMain: level === 1,
      }),
    )
    return within({ type: 'TOC' }, joined(entries))
  },
}
