import type { CasebookRecord } from '../../casebook/index.js'
import { type Language, textIn } from '../../locale/index.js'
import type { SourceText } from '../parse/index.js'
import { withoutMarks } from '../writing/index.js'

/** What a brief says in a section, as text that a template prints. */
export function sectionText(section: string, text: string): SourceText {
  return { section, text: withoutMarks(text), line: 1 }
}

/** What a passage of the casebook says, as text that a template prints. */
export function passageText(passage: CasebookRecord, language: Language): SourceText {
  const { text } = passage.fields
  const words = text?.kind === 'text' ? textIn(text.text, language) : ''
  return { passage: passage.id, text: withoutMarks(words), line: 1 }
}
