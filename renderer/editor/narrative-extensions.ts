import { type Extensions, Node } from '@tiptap/core'
import { Code } from '@tiptap/extension-code'
import { StarterKit } from '@tiptap/starter-kit'
import { Footnote, FootnoteMark } from './footnote-nodes.js'
import { MarkUnprinted } from './mark-unprinted.js'
import { PasteFromDocuments } from './paste-from-documents.js'
import { Tables } from './table-nodes.js'
import { TemplateField } from './template-field.js'

/**
 * What a narrative may hold. Everything here has a form in Markdown; what has none (underline) is left out, since
 * it would be gone when the brief is opened again.
 */
export function narrativeExtensions(): Extensions {
  return [
    StarterKit.configure({
      document: false,
      underline: false,
      // Undo is the document's, and goes through its settings too.
      undoRedo: false,
      code: false,
      heading: { levels: [1, 2, 3] },
      link: { openOnClick: false, autolink: false },
      trailingNode: { notAfter: ['footnote'] },
    }),
    NarrativeDocument,
    // In Markdown, what is set as code can be bold.
    Code.extend({ excludes: '' }),
    TemplateField,
    FootnoteMark,
    Footnote,
    Tables,
    MarkUnprinted,
    PasteFromDocuments,
  ]
}

/** Notes stand in it between the blocks, and nowhere else. */
const NarrativeDocument = Node.create({ name: 'doc', topNode: true, content: '(block | footnote)+' })
