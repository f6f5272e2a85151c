import type { Paragraph } from '../../document/index.js'
import type { StyleSheet } from '../style-sheet.js'
import { setText } from '../text/set-text.js'
import type { TextStyle } from '../text/text-run.js'
import type { BlockKind } from './block-kind.js'

export const paragraph: BlockKind<'paragraph'> = {
  set(block, setting) {
    const { sheet, inColumns } = setting
    const style = styleOf(block, sheet)
    return setText(setting, {
      content: block.content,
      part: { type: 'P' },
      style,
      before: sheet.gap,
      after: sheet.gap,
      alignment: block.style === 'centred' ? 'centre' : 'left',
      onGrid: inColumns && style === sheet.body,
      from: block.from,
    })
  },
}

function styleOf({ style }: Paragraph, sheet: StyleSheet): TextStyle {
  return style === 'lead' ? sheet.lead : style === 'small' ? sheet.small : sheet.body
}
