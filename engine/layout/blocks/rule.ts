import { strip } from '../pages/strips.js'
import type { BlockKind } from './block-kind.js'

export const rule: BlockKind<'rule'> = {
  set(_, { sheet, x, width }) {
    const line = { kind: 'rule' as const, x, y: 0, width, thickness: 0.5, colour: sheet.colours.rule }
    return {
      strips: [strip({ height: 0.5, before: sheet.gap, after: sheet.gap, pieces: [line] })],
      parts: [],
    }
  },
}
