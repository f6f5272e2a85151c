import type { JSONContent } from '@tiptap/core'
import { Fragment, type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { onOneLine } from '../paste/flow.js'
import type { Pasted } from '../paste/pasted.js'
import { labelNotes } from './label-notes.js'
import { splitAtFields } from './template-fields.js'

/**
 * Puts what was pasted in place of the selection, and its notes at the end. Where only lines can stand, in a cell or a
 * note, it is put on lines.
 */
export function insertPasted(state: EditorState, pasted: Pasted): Transaction {
  const { schema, doc, selection } = state
  const labels: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'footnote' || node.type.name === 'footnoteMark') labels.push(node.attrs['label'])
  })
  const [blocks = [], notes = []] = labelNotes(pasted, labels)
  const within = narrowPlace(selection.$from)
  const tr = state.tr
  if (within === 'cell') tr.replaceSelection(sliceOf([asLine(blocks)], schema))
  else if (within === 'note') tr.replaceSelection(sliceOf(asNote(blocks, notes), schema))
  else tr.replaceSelection(sliceOf(blocks, schema))
  if (within !== 'note' && notes.length > 0) tr.insert(tr.doc.content.size, fragmentOf(notes, schema))
  return tr.setMeta('paste', true).scrollIntoView()
}

/** Whether a place holds lines alone. */
function narrowPlace($place: ResolvedPos): 'cell' | 'note' | undefined {
  for (let depth = $place.depth; depth > 0; depth--) {
    const { name } = $place.node(depth).type
    if (name === 'tableCell' || name === 'tableHeader') return 'cell'
    if (name === 'footnote') return 'note'
  }
  return undefined
}

/** Open at a paragraph, whose words go on from those before and after it. */
function sliceOf(blocks: JSONContent[], schema: Schema): Slice {
  const isOpen = (block: JSONContent | undefined) => (block?.type === 'paragraph' ? 1 : 0)
  return new Slice(fragmentOf(blocks, schema), isOpen(blocks[0]), isOpen(blocks.at(-1)))
}

function asLine(blocks: JSONContent[]): JSONContent {
  return { type: 'paragraph', content: onOneLine(blocks) }
}

/** Lines of a note: notes of its own it cannot have, so they follow it. */
function asNote(blocks: JSONContent[], notes: JSONContent[]): JSONContent[] {
  const own = notes.map(({ attrs, content }) => {
    const { content: words = [] } = asLine(content ?? [])
    return { type: 'paragraph', content: [{ type: 'text', text: `[${attrs?.['label']}] ` }, ...words] }
  })
  return [...blocks.map((block) => asLine([block])), ...own].map(withoutMarks)
}

function withoutMarks(node: JSONContent): JSONContent {
  if (node.type === 'footnoteMark') return { type: 'text', text: `[${node.attrs?.['label']}]` }
  return node.content ? { ...node, content: node.content.map(withoutMarks) } : node
}

function fragmentOf(blocks: JSONContent[], schema: Schema): Fragment {
  return Fragment.from(blocks.flatMap(withFields).map((block) => schema.nodeFromJSON(block)))
}

/** With a field for each `{{…}}`, which is what it would be when the brief is opened again. */
function withFields(node: JSONContent): JSONContent[] {
  if (node.type === 'text' && !node.marks?.some(({ type }) => type === 'code'))
    return splitAtFields(node.text ?? '').map(({ text, isField }) => {
      const piece = isField ? { type: 'templateField', attrs: { source: text } } : { type: 'text', text }
      return { ...piece, marks: node.marks }
    })
  return [node.content ? { ...node, content: node.content.flatMap(withFields) } : node]
}
