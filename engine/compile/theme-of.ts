import { failure, type Outcome, type SourceFile, startOf, success } from '../base/index.js'
import { inField } from '../brief/index.js'
import type { Brief } from '../brief/types.js'
import type { DocumentModel } from '../document/index.js'
import { unknownEntry } from '../template/index.js'
import type { Template, TemplateLibrary } from '../template/types.js'
import { type Theme, themeIn } from '../theme/index.js'

/** The theme that a document is set in; one that there is not is a fault of who asked for it, brief or template. */
export function themeOf(
  { page }: DocumentModel,
  brief: Brief,
  template: Template,
  { themes }: TemplateLibrary,
): Outcome<{ theme: Theme; file: SourceFile }> {
  const entry = themes.get(page.theme)
  if (!entry) {
    const fault = unknownEntry('theme', page.theme, [...themes.keys()])
    return failure({ ...fault, at: brief.theme ? inField('theme') : startOf(template.file.path) })
  }
  const theme = themeIn(entry.file)
  return theme.ok ? success({ theme: theme.value, file: entry.file }, theme.warnings) : theme
}
