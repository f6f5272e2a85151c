import type { JSONContent } from '@tiptap/core'

/**
 * Headings at the levels that stand under a section's own title. One kind of heading becomes what the heading of the
 * toolbar is, the third; of several kinds the highest is the second, and those below it the third.
 */
export function fitHeadings(blocks: JSONContent[]): JSONContent[] {
  const levels = [...headingLevels(blocks)]
  const highest = Math.min(...levels)
  const isOneKind = new Set(levels).size === 1
  const fit = (block: JSONContent): JSONContent => {
    if (block.type === 'heading') {
      const isHigh = !isOneKind && block.attrs?.['level'] === highest
      return { ...block, attrs: { level: isHigh ? 2 : 3 } }
    }
    return block.type === 'blockquote' ? { ...block, content: block.content?.map(fit) } : block
  }
  return blocks.map(fit)
}

function headingLevels(blocks: readonly JSONContent[]): number[] {
  return blocks.flatMap(({ type, attrs, content }) => {
    if (type === 'heading') return [Number(attrs?.['level'])]
    return type === 'blockquote' ? headingLevels(content ?? []) : []
  })
}
