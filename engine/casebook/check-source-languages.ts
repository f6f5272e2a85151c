import type { Diagnostic } from '../base/index.js'
import { isLanguageTag } from '../locale/index.js'
import type { CasebookRecord } from './types.js'

/** Sources whose `language` names none: a screen reader could not take it for a voice. */
export function checkSourceLanguages(sources: readonly CasebookRecord[]): Diagnostic[] {
  return sources.flatMap(({ id, fields, at }): Diagnostic[] => {
    const { language } = fields
    if (language?.kind !== 'text') return []
    const { text } = language
    if (typeof text === 'string' && isLanguageTag(text)) return []
    const found = typeof text === 'string' ? `\`${text}\`` : 'a text by language'
    return [
      {
        severity: 'error',
        code: 'casebook/language',
        message: `found ${found} as the language of source \`${id}\`, expected a code such as \`fr\` or \`pt-BR\``,
        hints: ['write the code of the language that its title is in'],
        at,
      },
    ]
  })
}
