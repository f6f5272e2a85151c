import type * as mdast from 'mdast'
import type { DraftBlock } from '../../document/index.js'
import { type BlockContext, originOf, typedOf, warn } from './block-context.js'
import { readNodes } from './read-blocks.js'

export function readList(node: mdast.List, context: BlockContext): DraftBlock[] {
  const tasks = node.children.map(({ checked }) => checked ?? undefined)
  const labels = node.ordered ? node.children.map((item) => labelOf(item, context)) : []
  noteOtherNumbers(node, labels, context)
  return [
    {
      type: 'list',
      ordered: node.ordered ?? false,
      start: node.start ?? 1,
      ...(labels[0]?.delimiter === ')' ? { delimiter: ')' } : {}),
      items: node.children.map((item) => readNodes(item.children, context)),
      ...(tasks.some((isDone) => isDone !== undefined) ? { tasks } : {}),
      ...originOf(node, context),
    },
  ]
}

interface TypedLabel {
  item: mdast.ListItem
  number: number
  delimiter: string
}

function labelOf(item: mdast.ListItem, context: BlockContext): TypedLabel | undefined {
  const [, number, delimiter] = /^(\d+)([.)])/.exec(typedOf(item, context) ?? '') ?? []
  return number && delimiter ? { item, number: Number(number), delimiter } : undefined
}

/** Markdown counts by itself from the first number on. The same number before every item is a way to leave it to that. */
function noteOtherNumbers(
  { start }: mdast.List,
  labels: readonly (TypedLabel | undefined)[],
  context: BlockContext,
): void {
  if (labels.every((label) => label?.number === labels[0]?.number)) return
  for (const [index, label] of labels.entries()) {
    const printed = (start ?? 1) + index
    if (!label || label.number === printed) continue
    const typed = `${label.number}${label.delimiter}`
    const message = `found the number \`${typed}\`, which is printed as ${printed}${label.delimiter}`
    const hints = [
      'number the items one after the other',
      `or write \`${label.number}\\${label.delimiter}\` for text`,
    ]
    warn(label.item, 'list-number', message, hints, context, typed)
    return
  }
}
