import { getSchema, type JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { narrativeExtensions } from '../../../renderer/editor/narrative-extensions.js'
import {
  narrativeDocument,
  narrativeMarkdown,
  survivesEditing,
} from '../../../renderer/editor/narrative-markdown.js'

const schema = getSchema(narrativeExtensions())

const words = fc.oneof(
  fc.stringMatching(/^[ a-zé1.]{1,8}$/),
  fc.string({
    unit: fc.constantFrom(...'ab 1\n*_`[]()<>#+-.!|:~{}\\&;@/^="\'\u00a0é—'),
    minLength: 1,
    maxLength: 10,
  }),
)

const marks = fc.uniqueArray(
  fc.constantFrom(
    { type: 'bold' },
    { type: 'italic' },
    { type: 'strike' },
    { type: 'code' },
    { type: 'link', attrs: { href: 'https://example.org/a_(b)' } },
  ),
  { maxLength: 3, selector: ({ type }) => type },
)

const inline: fc.Arbitrary<JSONContent> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text'), text: words, marks }) },
  {
    weight: 1,
    arbitrary: fc.constant({ type: 'templateField', attrs: { source: '{{show deal.stake as="a|*b*"}}' } }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'footnoteMark', attrs: { label: '1' } }) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
)

const content = fc.array(inline, { maxLength: 5 })
const paragraph = fc.record({ type: fc.constant('paragraph'), content })
const cellOf = (type: string) =>
  fc.record({ type: fc.constant(type), content: fc.tuple(paragraph).map(([one]) => [one]) })
const row = (type: string) =>
  fc.record({
    type: fc.constant('tableRow'),
    content: fc.array(cellOf(type), { minLength: 2, maxLength: 2 }),
  })
const table = fc.record({
  type: fc.constant('table'),
  content: fc
    .tuple(row('tableHeader'), fc.array(row('tableCell'), { maxLength: 2 }))
    .map(([head, rows]) => [head, ...rows]),
})

const { block } = fc.letrec<{ block: JSONContent; item: JSONContent }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    paragraph,
    fc.record({
      type: fc.constant('heading'),
      attrs: fc.record({ level: fc.constantFrom(1, 2, 3) }),
      content,
    }),
    table,
    fc.record({
      type: fc.constant('blockquote'),
      content: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      type: fc.constant('bulletList'),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('orderedList'),
      attrs: fc.record({ start: fc.nat(200) }),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, more]) => ({ type: 'listItem', content: [first, ...more] })),
}))

const note = { type: 'footnote', attrs: { label: '1' }, content: [{ type: 'paragraph' }] }

const document = fc
  .array(fc.oneof(block, fc.constant({ type: 'horizontalRule' })), { minLength: 1, maxLength: 3 })
  .map((content): JSONContent => ({ type: 'doc', content: [...content, note] }))

/** What a reader sees of a document, without the spaces that Markdown does not keep. */
function seen(node: JSONContent): string {
  if (node.type === 'templateField') return String(node.attrs?.['source'])
  if (node.type === 'footnoteMark') return `[^${node.attrs?.['label']}]`
  return `${node.text ?? ''}${(node.content ?? []).map(seen).join('')}`.replace(/\s+/g, '')
}

it('writes whatever the editor holds so that every word of it is read again, and the same text written', () => {
  fc.assert(
    fc.property(document, (document) => {
      const text = narrativeMarkdown(document)
      const again = narrativeDocument(text)
      expect(seen(again)).toBe(seen(document))
      schema.nodeFromJSON(again).check()
      expect(narrativeMarkdown(again)).toBe(text)
      expect(survivesEditing(text)).toBe(true)
    }),
    { numRuns: 300, seed: 20260225 },
  )
})
