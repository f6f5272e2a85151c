import type { Points } from '../../base/index.js'
import { phrase } from '../../locale/index.js'
import { edged } from '../pages/strips.js'
import { joined, within } from '../set-block.js'
import type { Setting } from '../setting.js'
import { labelled } from '../text/labelled.js'
import { linesOf } from '../text/set-text.js'
import type { BlockKind } from './block-kind.js'

/** Between a label and its text. */
const gapAfterLabel: Points = 4

export const list: BlockKind<'list'> = {
  set(block, setting) {
    const { sheet, x, width } = setting
    const { ordered, start, delimiter = '.', items, tasks = [] } = block
    const box = (index: number) => (tasks[index] === undefined ? '' : tasks[index] ? '☑' : '☐')
    const labels = items.map((_, index) =>
      ordered ? `${start + index}${delimiter}${box(index) && ` ${box(index)}`}` : box(index) || '•',
    )
    const widest = Math.max(...labels.map((text) => widthOf(text, setting)))
    const least = ordered ? sheet.indent + 4 : sheet.indent
    // As much as a number of two figures leaves free; a bullet has room enough.
    const indent = labels.every((text) => text === '•') ? least : Math.max(least, widest + gapAfterLabel)
    const inside = { ...setting, x: x + indent, width: width - indent, isTopLevel: false }
    const spoken = (index: number) => {
      const isDone = tasks[index]
      if (isDone === undefined) return undefined
      const words = phrase(isDone ? 'task-done' : 'task-open', setting.language)
      return ordered ? `${start + index}${delimiter} ${words}` : words
    }
    return within(
      { type: 'L' },
      joined(
        items.map((item, index) => {
          const label = {
            text: labels[index] ?? '',
            actualText: spoken(index),
            style: sheet.body,
            x: x + (ordered ? 0 : 1),
            room: indent,
          }
          const body = within({ type: 'LBody' }, setting.setBlocks(item, inside))
          const { strips, parts } = within({ type: 'LI' }, labelled(setting, label, body))
          const before = index === 0 ? sheet.gap : sheet.itemGap
          const after = index === items.length - 1 ? sheet.gap : sheet.itemGap
          return { strips: edged(strips, { before }, { after }), parts }
        }),
      ),
    )
  },
}

function widthOf(text: string, { setter, sheet }: Setting): Points {
  const [line] = linesOf(setter, [{ type: 'text', text }], sheet.body, Number.MAX_SAFE_INTEGER, '')
  return line?.width ?? 0
}
