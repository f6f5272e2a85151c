import type { DraftInline } from './draft-nodes.js'
import type { Inline } from './nodes.js'

type AnyInline = Inline | DraftInline

/** What each kind of inline node holds within itself; nothing for those that are whole. */
const heldBy = {
  text: () => [],
  citation: () => [],
  status: () => [],
  link: ({ content }) => content,
  foreign: ({ content }) => content,
  footnote: () => [],
  reference: ({ content }) => content,
  lineBreak: () => [],
} satisfies { [T in Inline['type']]: (inline: Extract<AnyInline, { type: T }>) => AnyInline[] }

/** What an inline node holds within itself, of its own stage. */
export function contentOf<I extends AnyInline>(inline: I): I[] {
  return (heldBy[inline.type] as (inline: AnyInline) => AnyInline[])(inline) as I[]
}

/** The words alone, without marks; a space where a line is broken. */
export function textOf(inlines: readonly AnyInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      return inline.type === 'lineBreak' ? ' ' : textOf(contentOf(inline))
    })
    .join('')
}
