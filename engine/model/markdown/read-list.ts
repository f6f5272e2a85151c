import type * as mdast from 'mdast'
import type { DraftBlock } from '../../document/index.js'
import { type BlockContext, originOf } from './block-context.js'
import { readNodes } from './read-blocks.js'

export function readList(node: mdast.List, context: BlockContext): DraftBlock[] {
  return [
    {
      type: 'list',
      ordered: node.ordered ?? false,
      start: node.start ?? 1,
      items: node.children.map((item) => readNodes(item.children, context)),
      ...originOf(node, context),
    },
  ]
}
