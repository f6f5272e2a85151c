import { InputRule, Node } from '@tiptap/core'

/** A field of the casebook or template, `{{deal.stake}}`: one piece. */
export const TemplateField = Node.create({
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
})
