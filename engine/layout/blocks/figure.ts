import { strip } from '../pages/strips.js'
import { slot } from '../part.js'
import type { BlockKind } from './block-kind.js'
import { captioned } from './captioned.js'
import { spokenTable } from './spoken-table.js'

/** A figure drawn at the width of its column. */
export const figure: BlockKind<'figure'> = {
  set(block, setting) {
    const { x, width, language } = setting
    const scene = setting.drawn(block, width)
    const spoken = spokenTable(block, language, 1)
    const { width: shown, height } = scene
    const pieces = [
      { kind: 'scene' as const, slot: 0, spoken: spoken.slots, scene, x, y: 0, width: shown, height },
    ]
    return captioned(setting, block, {
      strips: [strip({ height, pieces })],
      parts: [{ type: 'Figure', alt: block.alt, kids: [slot] }, spoken.part],
    })
  },
}
