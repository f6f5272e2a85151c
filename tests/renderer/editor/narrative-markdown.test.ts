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
  ])('keeps typed text a paragraph: %s', (text) => {
    const saved = narrativeMarkdown(paragraph(text))
    expect(narrativeDocument(saved)).toEqual(paragraph(text))
  })

  it('is empty when nothing is written', () => {
    expect(narrativeMarkdown({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph' }] })).toBe(
      '',
    )
  })

  it.each(['| a | b |\n| --- | --- |\n| 1 | 2 |', ':::callout\nText\n:::', 'The :lang[mot]{fr} here.'])(
    'says that a text it does not know would not survive: %s',
    (text) => {
      expect(survivesEditing(text)).toBe(false)
    },
  )

  it('counts words as a reader does', () => {
    expect(countWords('')).toBe(0)
    expect(countWords('The **40%** stake, {{deal.stake precision=1}} – agreed.')).toBe(5)
  })
})
