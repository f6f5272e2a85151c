import { type Extensions, InputRule, Node } from '@tiptap/core'
import { Markdown } from '@tiptap/markdown'
import { StarterKit } from '@tiptap/starter-kit'

/**
 * What a narrative may hold. Everything here has a form in Markdown; what has none (underline) is left out, since
 * it would be gone when the brief is opened again.
 */
export function narrativeExtensions(): Extensions {
  return [
    StarterKit.configure({
      underline: false,
      // Undo is the document's, and goes through its settings too.
      undoRedo: false,
      paragraph: false,
      heading: { levels: [1, 2, 3] },
      link: { openOnClick: false, autolink: false },
    }),
    NarrativeParagraph,
    TemplateField,
    Markdown,
  ]
}

/** A field of the casebook or template, `{{deal.stake}}`: one piece that Markdown leaves alone. */
const TemplateField = Node.create({
  name: 'templateField',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: '' } }),
  parseHTML: () => [
    { tag: 'span[data-field]', getAttrs: (element) => ({ source: element.getAttribute('data-field') }) },
  ],
  renderHTML: ({ node }) => [
    'span',
    { 'data-field': node.attrs['source'], class: 'template-field' },
    String(node.attrs['source']),
  ],
  renderText: ({ node }) => String(node.attrs['source']),
  addInputRules() {
    return [
      new InputRule({
        find: /\{\{[^{}\n]+\}\}$/,
        handler: ({ state, range, match }) => {
          state.tr.replaceWith(range.from, range.to, this.type.create({ source: match[0] }))
        },
      }),
    ]
  },
  markdownTokenName: 'templateField',
  markdownTokenizer: {
    name: 'templateField',
    level: 'inline',
    start: '{{',
    tokenize(source) {
      const raw = /^\{\{[^{}\n]+\}\}/.exec(source)?.[0]
      return raw ? { type: 'templateField', raw, text: raw } : undefined
    },
  },
  parseMarkdown: (token, helpers) => helpers.createNode('templateField', { source: token.raw ?? '' }),
  renderMarkdown: (node) => String(node.attrs?.['source'] ?? ''),
})

/**
 * A paragraph that stays one. Tiptap's own escapes what is special within a line but not at its start
 * ("2026. A year…" would come back as a list), and it keeps empty paragraphs, which a page has no use for.
 */
const NarrativeParagraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addCommands() {
    return {
      setParagraph:
        () =>
        ({ commands }) =>
          commands.setNode(this.name),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setParagraph() }
  },
  parseMarkdown: (token, helpers) =>
    helpers.createNode('paragraph', undefined, helpers.parseInline(token.tokens ?? [])),
  renderMarkdown: (node, helpers) => escapeLineStarts(helpers.renderChildren(node.content ?? [])),
})

function escapeLineStarts(text: string): string {
  return text.replace(/^(\s*)([-+#>=:])/gm, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
}
