import { joined } from '../set-block.js'
import { setText } from '../text/set-text.js'
import type { BlockKind } from './block-kind.js'

/** Acronyms in bold, what they stand for beside them. */
export const glossary: BlockKind<'glossary'> = {
  set(block, setting) {
    return joined(
      block.entries.map(({ term, content }) =>
        setText(setting, {
          content: [{ type: 'text', text: `${term}\u2002`, bold: true }, ...content],
          part: { type: 'P' },
          style: setting.sheet.tableCell,
          before: 1,
          after: 1,
          whole: true,
        }),
      ),
    )
  },
}
