import { type Points, unreachable } from '../../base/index.js'
import type { Block } from '../../document/index.js'
import { flowOf, setBlocks } from '../blocks/set-blocks.js'
import { type Part, slotsIn } from '../part.js'
import type { Setting } from '../setting.js'
import type { Region } from './paginate.js'
import type { TextFrame } from './sheet.js'
import { shifted } from './strips.js'

/**
 * Sets the blocks of a document in regions: a new one begins where the number of columns changes, where a page is asked
 * for and where pages are turned. `main` is the frame of the document's own pages, `across` that of turned ones. Slots
 * are counted from `firstSlot`.
 */
export function divideRegions(
  blocks: readonly Block[],
  settingOf: (columns: number, width: Points, frameHeight: Points) => Setting,
  main: TextFrame,
  across: TextFrame,
  firstSlot: number,
): { regions: Region[]; parts: Part[] } {
  const regions: Region[] = []
  const parts: Part[] = []
  let nextSlot = firstSlot
  let startsPage = false
  let pending: Block[] = []
  const add = (frame: TextFrame, columns: number, blocks: readonly Block[]): void => {
    const width = (frame.width - frame.gutter * (columns - 1)) / columns
    const set = setBlocks(blocks, settingOf(columns, width, frame.height))
    const strips = set.strips.map((one) => shifted(one, nextSlot))
    parts.push(...set.parts)
    nextSlot += slotsIn(set.parts)
    if (strips.length > 0) regions.push({ columns, strips, startsPage, frame })
    startsPage = false
  }
  const flush = (frame: TextFrame): void => {
    if (pending.length > 0) add(frame, 1, pending)
    pending = []
  }
  const walk = (blocks: readonly Block[], frame: TextFrame): void => {
    for (const block of blocks) {
      const flow = flowOf(block, frame.isLandscape)
      if (!flow) {
        pending.push(block)
        continue
      }
      flush(frame)
      switch (flow.type) {
        case 'columns':
          add(frame, flow.count, flow.blocks)
          break
        case 'newPage':
          startsPage = true
          walk(flow.blocks, frame)
          break
        case 'across':
          walk(flow.blocks, across)
          flush(across)
          break
        default:
          unreachable(flow)
      }
    }
  }
  walk(blocks, main)
  flush(main)
  return { regions, parts }
}
