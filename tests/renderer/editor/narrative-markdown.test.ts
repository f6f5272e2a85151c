import { describe, expect, it } from 'vitest'
import {
  countWords,
  narrativeDocument,
  narrativeMarkdown,
  survivesEditing,
} from '../../../renderer/editor/narrative-markdown.js'

const again = (text: string) => narrativeMarkdown(narrativeDocument(text))

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

describe('the narrative as Markdown', () => {
  it.each([
    'Plain words, and more of them.',
    'Some **bold** and *italic* words.',
    'First.\n\nSecond.',
    '### A head\n\nText under it.',
    '- one\n- two',
    '1. one\n2. two',
    'The stake is {{deal.total_value}} and {{show deal.stake precision=1}}.',
    'A [link](https://example.org/a_b) in text.',
    '3. three\n4. four\n   - within\n   - it',
    '- one\n\n  more of it\n\n- two',
    '> A quote.\n>\n> - with a list',
    '| Mine | Owner |\n| - | -: |\n| Mutanda | **Glencore** |\n| {{show deal.name as="a|b"}} | a\\|b |',
    'A claim.[^1]\n\n[^1]: Its *source*.',
    'Two lines\\\nin one paragraph.',
    '*All of it is set apart, **some** strongly, and [a link **in** it](https://example.org).*',
    '~~Gone~~ and `kept` and **`both`**.',
    '```yaml\ndeals: []\n```',
    'See <https://example.org/a_b> for it.',
    'See [that table](#deals) for {{deal.name}}.',
    'The **{{deal.stake}}** stake, *{{deal.name}}*.',
    'A line\nthat goes on.',
  ])('gives back what it was given: %s', (text) => {
    expect(again(text)).toBe(text)
    expect(survivesEditing(text)).toBe(true)
  })

  it.each([
    '2026. A year of change.',
    '- not a list',
    '# not a head',
    '> no quote',
    'a * b * c',
    '<b>no tag</b>',
    ':::no directive',
    'ratio 3:one and :lang[mot]{fr}',
    '| a | b |',
    'no note[^1] and no [link](x)',
    'snake_case_name & R&amp;D *star',
    '1) one',
    'a \\ b \\* c',
    '---',
    '~~~',
  ])('keeps typed text a paragraph: %s', (text) => {
    const saved = narrativeMarkdown(paragraph(text))
    expect(narrativeDocument(saved)).toEqual(paragraph(text))
  })

  it('loses no field for styles that touch it', () => {
    const bold = { type: 'bold' }
    const content = [
      { type: 'text', text: 'one', marks: [{ type: 'italic' }] },
      { type: 'templateField', attrs: { source: '{{deal.stake}}' }, marks: [{ type: 'italic' }, bold] },
      { type: 'text', text: '(two)', marks: [bold] },
    ]
    const saved = narrativeMarkdown({ type: 'doc', content: [{ type: 'paragraph', content }] })
    expect(JSON.stringify(narrativeDocument(saved))).toContain('{{deal.stake}}')
    expect(survivesEditing(saved)).toBe(true)
  })

  it('is empty when nothing is written', () => {
    expect(narrativeMarkdown({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph' }] })).toBe(
      '',
    )
  })

  it.each([
    ':::callout\nText\n:::',
    'The :lang[mot]{fr} here.',
    '![A map](assets/map.png)',
    '<!-- a note to myself -->',
    'See [](#deals).',
    '[link]\n\n[link]: https://example.org',
    '- [ ] a task',
    '[^1]: - a list in a note\n\nText[^1]',
    '#### Too deep',
    '> [^1]: within\n\nText[^1]',
  ])('says that a text it does not know would not survive: %s', (text) => {
    expect(survivesEditing(text)).toBe(false)
  })

  it('counts words as a reader does', () => {
    expect(countWords('')).toBe(0)
    expect(countWords('The **40%** stake, {{deal.stake precision=1}} – agreed.')).toBe(5)
  })
})
