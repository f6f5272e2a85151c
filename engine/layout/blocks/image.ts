import type { Points } from '../../base/index.js'
import { strip } from '../pages/strips.js'
import { slot } from '../part.js'
import { nothing, type SetBlock } from '../set-block.js'
import type { BlockKind } from './block-kind.js'
import { captioned } from './captioned.js'

/**
 * A picture of the workspace, at its own size or at its share of the width, never wider than the text, nor with its caption
 * taller than a page.
 */
export const image: BlockKind<'image'> = {
  set(block, setting) {
    const { x, width } = setting
    const picture = setting.pictures.get(block.path)
    if (!picture) return nothing
    const wanted = Math.min(width, block.width === undefined ? picture.width : block.width * width)
    const shape = picture.height / picture.width
    const setAt = (shown: Points): SetBlock => {
      const height = shape * shown
      const { bytes } = picture
      const pieces = [{ kind: 'image' as const, slot: 0, bytes, x, y: 0, width: shown, height }]
      return captioned(setting, block, {
        strips: [strip({ height, pieces })],
        parts: [{ type: 'Figure', alt: block.alt, kids: [slot] }],
      })
    }
    const set = setAt(wanted)
    const over = heightOf(set) - setting.pictureHeight
    if (over <= 0) return set
    // Under a caption as long as a page it would be nothing; that page is then too tall.
    return setAt(Math.max(1, wanted - over / shape))
  },
}

function heightOf({ strips }: SetBlock): Points {
  return strips.reduce((sum, one) => sum + one.before + one.height + one.after, 0)
}
