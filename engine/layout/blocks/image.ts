import { strip } from '../pages/strips.js'
import { slot } from '../part.js'
import { nothing } from '../set-block.js'
import type { BlockKind } from './block-kind.js'
import { captioned } from './captioned.js'

/** A picture of the workspace, at its own size or at its share of the width, never wider than the text. */
export const image: BlockKind<'image'> = {
  set(block, setting) {
    const { x, width } = setting
    const picture = setting.pictures.get(block.path)
    if (!picture) return nothing
    const wanted = block.width === undefined ? picture.width : block.width * width
    const shown = Math.min(width, wanted)
    const height = (picture.height * shown) / picture.width
    const { bytes } = picture
    const pieces = [{ kind: 'image' as const, slot: 0, bytes, x, y: 0, width: shown, height }]
    return captioned(setting, block, {
      strips: [strip({ height, pieces })],
      parts: [{ type: 'Figure', alt: block.alt, kids: [slot] }],
    })
  },
}
