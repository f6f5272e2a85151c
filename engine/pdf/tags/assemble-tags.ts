import type { Layout, Part, PlacedNote } from '../../layout/index.js'
import type { FilledSlot, Tag } from './tag.js'

/** The tree of a file's tags, and its slots by the numbers that the pieces of the pages have. */
export interface Tags {
  root: Tag
  slots: FilledSlot[]
}

/** Makes the tags of a layout. A footnote goes where it is first called. */
export function assembleTags({ root, notes }: Pick<Layout, 'root' | 'notes'>): Tags {
  const slots: FilledSlot[] = []
  const placed = new Set<PlacedNote>()
  return { root: tagOf(root, { next: 0 }), slots }

  function tagOf(part: Part, count: { next: number }): Tag {
    const tag: Tag = { ...part, kids: [] }
    for (const kid of part.kids) {
      switch (kid.type) {
        case 'slot': {
          const filled: FilledSlot = { tag, marks: [] }
          slots[count.next++] = filled
          tag.kids.push(filled)
          break
        }
        case 'noteCall': {
          const note = notes.get(kid.number)
          if (!note || placed.has(note)) break
          placed.add(note)
          tag.kids.push(tagOf(note.part, { next: note.firstSlot }))
          break
        }
        default:
          tag.kids.push(tagOf(kid, count))
      }
    }
    return tag
  }
}
