import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrativeExtensions } from '../../../renderer/editor/narrative-extensions.js'
import { narrativeDocument, narrativeMarkdown } from '../../../renderer/editor/narrative-markdown.js'
import { changeTo } from '../../../renderer/editor/take-over.js'

const schema = getSchema(narrativeExtensions())

/** An editor that shows `text`, with the cursor where `|` stands. */
function showing(text: string): EditorState {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON(narrativeDocument(text)) })
  let at: number | undefined
  state.doc.descendants((node, position) => {
    const mark = node.text?.indexOf('|') ?? -1
    if (mark >= 0) at = position + mark
  })
  if (at === undefined) return state
  const { tr } = state
  return state.apply(tr.delete(at, at + 1).setSelection(TextSelection.create(tr.doc, at)))
}

/** What the editor shows after it took over a text, with the cursor as `|`. */
function after(before: string, text: string): string {
  const state = showing(before)
  const change = changeTo(state, text)
  const now = change ? state.apply(change.tr) : state
  return narrativeMarkdown(now.apply(now.tr.insertText('|')).doc.toJSON())
}

describe('a text that comes from elsewhere', () => {
  it.each([
    ['One.\n\nTwo| here.', 'One, and more.\n\nTwo here.', 'One, and more.\n\nTwo| here.'],
    ['One| here.\n\nTwo.', 'One here.\n\nTwo.\n\nThree.', 'One| here.\n\nTwo.\n\nThree.'],
    ['One.\n\n- a\n- b|', '- a\n- b', '- a\n- b|'],
    ['One more| three.', 'One three.', 'One |three.'],
    ['One **two|** three.', 'Zero. One **two** three.', 'Zero. One **two|** three.'],
    ['| a table after\n\nOne|', 'One', 'One|'],
  ])('leaves the cursor in the words that it was in: %s', (before, text, wanted) => {
    expect(after(before, text)).toBe(wanted)
  })

  it('changes nothing where the editor says that already', () => {
    expect(changeTo(showing('One.\n\nTwo.'), 'One.\n\nTwo.')).toBeUndefined()
  })

  it('is what the editor says then, whatever it said before', () => {
    const block = fc.constantFrom(
      'One.',
      'One two.',
      '**One** two.',
      '- a\n- b',
      '1. a\n2. b',
      '### Head',
      '> said',
      '',
    )
    const text = fc.array(block, { maxLength: 5 }).map((blocks) => blocks.join('\n\n').trim())
    fc.assert(
      fc.property(text, text, (before, now) => {
        const state = EditorState.create({ schema, doc: showing(before || 'x').doc })
        const change = changeTo(state, now)
        const shown = change ? change.tr.doc : state.doc
        expect(narrativeMarkdown(shown.toJSON())).toBe(narrativeMarkdown(narrativeDocument(now)))
        expect(change?.end ?? 0).toBeLessThanOrEqual(shown.content.size)
      }),
    )
  })
})
