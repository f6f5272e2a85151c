import type { Inline } from './nodes.js'

/** What an inline node holds within itself; nothing for those that are whole. */
export function contentOf(inline: Inline): Inline[] {
  return inline.type === 'link' || inline.type === 'foreign' || inline.type === 'reference'
    ? inline.content
    : []
}

/** The words alone, without marks; a space where a line is broken. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      return inline.type === 'lineBreak' ? ' ' : textOf(contentOf(inline))
    })
    .join('')
}
