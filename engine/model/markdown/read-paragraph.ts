import type * as mdast from 'mdast'
import type { DraftBlock, DraftInline } from '../../document/index.js'
import { piecesOf, withoutPlaces } from '../../template/index.js'
import { type BlockContext, originOf } from './block-context.js'
import { placeInsert } from './place-insert.js'
import { readImage } from './read-image.js'
import { isBlank, trimInlines } from './read-inlines.js'
import { readLine } from './read-line.js'

/** A paragraph is cut where helpers put blocks into it. A picture alone in one stands on its own. */
export function readParagraph(node: mdast.Paragraph, context: BlockContext): DraftBlock[] {
  const [only, ...rest] = node.children
  if (only?.type === 'image') {
    if (rest.length === 0) return readImage(only, context)
    const [behind, ...more] = rest
    const width =
      behind?.type === 'text' && more.length === 0 ? widthIn(withoutPlaces(behind.value)) : undefined
    if (width !== undefined) return readImage(only, context, width)
  }
  const blocks: DraftBlock[] = []
  let line: DraftInline[] = []
  const from = originOf(node, context)
  const flush = () => {
    const content = trimInlines(line)
    if (!isBlank(content)) blocks.push({ type: 'paragraph', content, ...from })
    line = []
  }
  // Read together, since marks of HTML stand around their text.
  let waiting: mdast.PhrasingContent[] = []
  const readWaiting = () => {
    line.push(...readLine(waiting, context))
    waiting = []
  }
  for (const child of node.children) {
    if (child.type !== 'text' || !/\ue002/.test(child.value)) {
      waiting.push(child)
      continue
    }
    readWaiting()
    for (const piece of piecesOf(child.value)) {
      if (piece.type === 'block') {
        flush()
        const insert = context.marked.blocks[piece.index]
        if (insert) blocks.push(...placeInsert(insert, context))
      } else if (piece.type === 'inline') line.push(...(context.marked.inlines[piece.index] ?? []))
      else line.push(...readLine([{ type: 'text', value: piece.text }], context))
    }
  }
  readWaiting()
  flush()
  return blocks
}

/** `{width=50%}` behind a picture, as it is written. */
function widthIn(text: string): string | undefined {
  return /^\{\s*width=["']?([^"'}\s]+)["']?\s*\}\s*$/.exec(text)?.[1]
}
