import { Node } from '@tiptap/core'

/** `[^1]`: the mark of a note in the text. */
export const FootnoteMark = Node.create({
  name: 'footnoteMark',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ label: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'sup[data-note-mark]',
      getAttrs: (element) => ({ label: element.getAttribute('data-note-mark') }),
    },
  ],
  renderHTML: ({ node }) => [
    'sup',
    { 'data-note-mark': node.attrs['label'], class: 'note-mark' },
    String(node.attrs['label']),
  ],
  renderText: ({ node }) => `[^${node.attrs['label']}]`,
})

/** `[^1]: …`: a note, which holds paragraphs alone and stands outside all other blocks. */
export const Footnote = Node.create({
  name: 'footnote',
  content: 'paragraph+',
  defining: true,
  isolating: true,
  addAttributes: () => ({ label: { default: '' } }),
  parseHTML: () => [
    { tag: 'aside[data-note]', getAttrs: (element) => ({ label: element.getAttribute('data-note') }) },
  ],
  renderHTML: ({ node }) => [
    'aside',
    { 'data-note': node.attrs['label'], class: 'note', role: 'note' },
    ['div', 0],
  ],
})
