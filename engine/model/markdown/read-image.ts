import type * as mdast from 'mdast'
import { type DraftBlock, faultOfImage } from '../../document/index.js'
import { type BlockContext, originOf, refuse } from './block-context.js'
import { decodeMarks, plainOf } from './read-inlines.js'
import { readLine } from './read-line.js'

/** A picture that stands alone in its paragraph; its title is its caption, and `width` what is written of its width. */
export function readImage(node: mdast.Image, context: BlockContext, width?: string): DraftBlock[] {
  const read = (text: string): string => plainOf(text, context)
  const path = read(decodeMarks(node.url))
  const fault = faultOfImage(path)
  if (fault) {
    refuse(node, fault.message, fault.hints, context, node.url)
    return []
  }
  const alt = read(node.alt ?? '').trim()
  if (alt === '') {
    refuse(
      node,
      `the picture \`${path}\` has no text for who cannot see it`,
      ['say what it shows: `![what it shows](path)`'],
      context,
      node.url,
    )
    return []
  }
  const caption = node.title ? readLine([{ type: 'text', value: node.title }], context) : undefined
  const share = width === undefined ? undefined : shareOf(width)
  if (width !== undefined && share === undefined) {
    const message = `found the width \`${width}\`, expected a share of the width of the text`
    refuse(node, message, ['write `{width=50%}`'], context, node.url)
  }
  return [{ type: 'image', path, alt, caption, width: share, ...originOf(node, context) }]
}

/** Above nothing and at most all of it. */
function shareOf(width: string): number | undefined {
  const share = /^\d+(?:[.,]\d+)?%$/.test(width) ? Number.parseFloat(width.replace(',', '.')) / 100 : 0
  return share > 0 && share <= 1 ? share : undefined
}
