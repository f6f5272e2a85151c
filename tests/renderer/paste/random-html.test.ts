// @vitest-environment jsdom
import { getSchema, type JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { narrativeExtensions } from '../../../renderer/editor/narrative-extensions.js'
import { narrativeDocument, narrativeMarkdown } from '../../../renderer/editor/narrative-markdown.js'
import { readPasted } from '../../../renderer/paste/read-pasted.js'

const schema = getSchema(narrativeExtensions())

/** Words are numbered when the HTML is put together, so that each is there once and their order can be told. */
const word = fc.constantFrom(
  '§',
  '§ ',
  ' §',
  '§&nbsp;',
  '&nbsp; §\n',
  '*§*',
  '_§_ [§](§)',
  '&lt;b&gt;§',
  '{{§}}',
  '|§',
  '1. §',
)

const styles = fc.constantFrom(
  '',
  ' style="font-weight:700"',
  " style='font-weight:normal;mso-bidi-font-weight:bold'",
  ' style="font-style:italic;text-decoration:line-through"',
  ' style="vertical-align:super"',
  ' style="display:block"',
  ' class=MsoNormal',
  ' class="TextRun SCXW1 BCX8"',
  ' lang=fr dir="ltr"',
)

const inlineTags = [
  'b',
  'i',
  'span',
  'sup',
  'sub',
  'u',
  's',
  'code',
  'font',
  'o:p',
  'st1:place',
  'a href="https://example.org"',
  'a href="#_ftn1" name="_ftnref1"',
  'a href="javascript:x"',
  'ins',
]
const blockTags = [
  'p',
  'div',
  'h1',
  'h3',
  'h6',
  'blockquote',
  'section',
  'b id="docs-internal-guid-1" style="font-weight:normal"',
  'center',
  'article',
]
const itemTags = [
  'li',
  'li aria-level="2"',
  'li data-aria-level="2" data-aria-posinset="3"',
  'p class=MsoListParagraph',
]

const wrap = (tag: string, style: string, inside: string) =>
  `<${tag}${style}>${inside}</${tag.split(' ')[0]}>`

const wordListItem = (level: number, mark: string, inside: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp;</span></span><![endif]>${inside}</p>`

const { block } = fc.letrec<{ inline: string; block: string; item: string; row: string }>((tie) => {
  const joined = (name: 'inline' | 'block' | 'item' | 'row', maxLength: number) =>
    fc.array(tie(name), { maxLength }).map((all) => all.join(''))
  return {
    inline: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      word,
      fc.constantFrom('<br>', ' ', '\n', '<!-- x -->', '<wbr>'),
      fc
        .tuple(fc.constantFrom(...inlineTags), styles, joined('inline', 3))
        .map(([tag, style, inside]) => wrap(tag, style, inside)),
    ),
    block: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      joined('inline', 4),
      fc.constantFrom('<hr>', '<p><o:p>&nbsp;</o:p></p>', '<br class="Apple-interchange-newline">'),
      fc
        .tuple(fc.constantFrom(...blockTags), styles, joined('block', 3))
        .map(([tag, style, inside]) => wrap(tag, style, inside)),
      fc
        .tuple(fc.constantFrom(...inlineTags), styles, joined('block', 2))
        .map(([tag, style, inside]) => wrap(tag, style, inside)),
      fc
        .tuple(
          fc.constantFrom('ul', 'ol', 'ol start="7"', 'div class="ListContainerWrapper"'),
          styles,
          joined('item', 4),
        )
        .map(([tag, style, inside]) => wrap(tag, style, inside)),
      fc
        .tuple(
          fc.integer({ min: 1, max: 4 }),
          fc.constantFrom('·', 'o', '4.', 'b)', '(iv)'),
          joined('inline', 3),
        )
        .map(([level, mark, inside]) => wordListItem(level, mark, inside)),
      joined('row', 3).map(
        (rows) => `<table class=MsoTableGrid><colgroup><col></colgroup><tbody>${rows}</tbody></table>`,
      ),
    ),
    item: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc
        .tuple(fc.constantFrom(...itemTags), styles, joined('block', 2))
        .map(([tag, style, inside]) => wrap(tag, style, inside)),
      fc.tuple(fc.constantFrom('ul', 'ol'), joined('item', 2)).map(([tag, inside]) => wrap(tag, '', inside)),
      tie('block'),
    ),
    row: fc
      .array(
        fc.tuple(
          fc.constantFrom('td', 'th', 'td colspan="2"', 'td rowspan="2"', 'td colspan="3" rowspan="9"'),
          styles,
          joined('block', 2),
        ),
        { maxLength: 3 },
      )
      .map((cells) => `<tr>${cells.map(([tag, style, inside]) => wrap(tag, style, inside)).join('')}</tr>`),
  }
})

const html = fc
  .tuple(
    fc.constantFrom(
      '',
      '<meta name=Generator content="Microsoft Word 15">',
      '<span data-ccp-props="{}"></span>',
      '<b id="docs-internal-guid-2"></b>',
    ),
    fc.array(block, { maxLength: 5 }),
  )
  .map(([head, blocks]) => {
    let number = 0
    return `${head}<!--StartFragment-->${blocks.join('\n')}<!--EndFragment-->`.replace(
      /§/g,
      () => `word${++number}x`,
    )
  })

const wordsIn = (text: string) => text.match(/word\d+x/g) ?? []

function seen(node: JSONContent): string {
  if (node.type === 'templateField') return ` ${node.attrs?.['source']} `
  const inside = (node.content ?? []).map(seen).join('')
  return node.type === 'text' ? (node.text ?? '') : ` ${inside} `
}

it('loses no word, keeps their order, and gives what a section can hold', () => {
  fc.assert(
    fc.property(html, (html) => {
      // Where a browser puts what stands in a table beside its cells, before it, is the browser's to say.
      const shown = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
      const pasted = readPasted(html)
      if (!pasted || pasted === 'too-long') throw new Error('was not read')
      const document = { type: 'doc', content: [...pasted.blocks, ...pasted.notes] }
      if (pasted.blocks.length > 0) schema.nodeFromJSON(document).check()
      const text = narrativeMarkdown(document)
      expect(wordsIn(seen(narrativeDocument(text)))).toEqual(wordsIn(shown))
      expect(text).not.toMatch(/mso-|style=|class=|javascript|\u00a0 |\u00a0{2}/i)
    }),
    { numRuns: 300, seed: 20260225 },
  )
})
