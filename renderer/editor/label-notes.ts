import type { JSONContent } from '@tiptap/core'
import type { Pasted } from '../paste/pasted.js'

/** Blocks and notes with labels that are not among `taken`: the next whole numbers. */
export function labelNotes({ blocks, notes }: Pasted, taken: Iterable<string>): JSONContent[][] {
  const highest = Math.max(0, ...[...taken].map((label) => (/^\d+$/.test(label) ? Number(label) : 0)))
  const relabel = (node: JSONContent): JSONContent => {
    const label = node.attrs?.['label']
    const attrs = label === undefined ? node.attrs : { ...node.attrs, label: String(Number(label) + highest) }
    return { ...node, attrs, content: node.content?.map(relabel) }
  }
  return highest === 0 ? [blocks, notes] : [blocks.map(relabel), notes.map(relabel)]
}
