import type { Language } from '../../locale/index.js'
import type { Template } from '../types.js'
import type { SourceText } from './syntax.js'

/** What a template itself prints. */
export function bodyOf(template: Template): SourceText {
  return { file: template.file.path, text: template.body, line: template.bodyLine }
}

/** The default texts of sections in every language, or in one, at their places in the front matter. */
export function defaultTexts(
  template: Template,
  ids = template.sections.map((section) => section.id),
  language?: Language,
): SourceText[] {
  return template.sections.flatMap((section) => {
    if (!ids.includes(section.id)) return []
    const texts = section.defaultTexts ?? []
    const own = texts.filter((one) => !language || !one.language || one.language === language)
    return (own.length > 0 ? own : texts).map(({ text, line, column }) => ({
      file: template.file.path,
      // Set in as it is in the file, so that its columns are those of the file.
      text: text.replace(/^/gm, ' '.repeat(column - 1)),
      line,
    }))
  })
}
