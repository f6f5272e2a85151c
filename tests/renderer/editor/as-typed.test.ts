import { describe, expect, it } from 'vitest'
import {
  narrativeDocument,
  narrativeMarkdown,
  survivesEditing,
} from '../../../renderer/editor/narrative-markdown.js'

describe('a section that is opened and saved', () => {
  it.each([
    'CO~2~ and 10^6^',
    'n^os^ 4',
    '- [ ] Ask\n- [x] Answer',
    'one<br>two',
    '| A |\n|---|\n| a<br>b |',
    '7) seven\n8) eight',
    '99. a\n100. b',
    'ratio 3:one{a}',
    '#### Deep',
    'a\^b\^ c~d~',
  ])('says what it said, or is edited as plain text: %s', (typed) => {
    const again = narrativeMarkdown(narrativeDocument(typed))
    expect(!survivesEditing(typed) || again.trim() === typed, again).toBe(true)
  })
})
