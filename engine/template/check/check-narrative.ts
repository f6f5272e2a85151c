import type { Diagnostic } from '../../base/index.js'
import { narrativeOf } from '../../brief/index.js'
import type { Brief } from '../../brief/types.js'
import type { Casebook } from '../../casebook/index.js'
import { readParts } from '../parse/index.js'
import type { Template, TemplateLibrary } from '../types.js'
import { checkTexts } from './check-template.js'
import { sectionText } from './prose-texts.js'

/** What is wrong in the narrative of a brief, with what it calls, without running it. That of its template comes along. */
export function checkNarrative(
  brief: Brief,
  template: Template,
  library: TemplateLibrary,
  casebook: Casebook,
): Diagnostic[] {
  const { parts } = readParts(library, template)
  const texts = template.sections.flatMap(({ id }) => {
    const text = narrativeOf(brief, id) ?? ''
    return text.trim() === '' ? [] : [sectionText(id, text)]
  })
  return checkTexts(template, parts, casebook, texts)
}
