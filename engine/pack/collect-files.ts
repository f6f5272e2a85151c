import type { SourceFile } from '../base/index.js'
import { type Diagnostic, type Outcome, settle, withoutRepeats } from '../base/index.js'
import type { Casebook } from '../casebook/index.js'
import { faultOfImage } from '../document/index.js'
import { checkTemplate, findTemplate, unknownEntry, usedPartials } from '../template/index.js'
import type { LibraryEntry, Template, TemplateLibrary } from '../template/types.js'

export interface CollectedFiles {
  templates: Template[]
  /** The templates and their layouts, partials and themes, sorted by path. */
  texts: SourceFile[]
  /** Paths of the pictures that these name, sorted. */
  pictures: string[]
}

/**
 * What templates need to work elsewhere: their layouts, themes, the partials that they call and the pictures that
 * they name.
 *
 * Fails with `template/unknown`, `layout/unknown`, `theme/unknown`, or what is wrong in front matter. What a check
 * of the templates finds (T7) comes as warnings.
 */
export function collectFiles(
  library: TemplateLibrary,
  ids: string[],
  casebook?: Casebook,
): Outcome<CollectedFiles> {
  const diagnostics: Diagnostic[] = []
  const templates: Template[] = []
  const texts = new Map<string, SourceFile>()
  const keep = (file: SourceFile) => texts.set(file.path, file)
  for (const id of new Set(ids)) {
    const found = findTemplate(library, id)
    if (!found.ok) {
      diagnostics.push(...found.diagnostics)
      continue
    }
    const template = found.value
    templates.push(template)
    const layout = template.layout === undefined ? undefined : library.layouts.get(template.layout)
    const theme = library.themes.get(template.page.theme)
    if (!layout && template.layout !== undefined) {
      diagnostics.push(unknownIn(template, 'layout', template.layout, library.layouts))
    }
    if (!theme) diagnostics.push(unknownIn(template, 'theme', template.page.theme, library.themes))
    const main = [template.file, ...(layout ? [layout.file] : [])]
    const partials = usedPartials(
      library,
      main.map(({ text }) => text),
    )
    for (const file of [...main, ...partials, ...(theme ? [theme.file] : [])]) keep(file)
    if (casebook && theme && (layout || template.layout === undefined)) {
      const found = checkTemplate(template, library, casebook)
      diagnostics.push(...found.map((one) => ({ ...one, severity: 'warning' as const })))
    }
  }
  const sorted = [...texts.values()].sort((one, other) => (one.path < other.path ? -1 : 1))
  return settle({ templates, texts: sorted, pictures: namedPictures(sorted) }, withoutRepeats(diagnostics))
}

function unknownIn(
  { file }: Template,
  kind: 'layout' | 'theme',
  id: string,
  shelf: Map<string, LibraryEntry>,
): Diagnostic {
  return { ...unknownEntry(kind, id, [...shelf.keys()]), at: { file: file.path, line: 1, column: 1 } }
}

/**
 * Looked for in the text and not in its tree: pictures are named in front matter and in Markdown too, and one
 * picture too many does no harm.
 */
function namedPictures(files: SourceFile[]): string[] {
  const found = files.flatMap(({ text }) =>
    [...text.matchAll(/assets\/[^"'()<>{}\n]+?\.(?:png|jpe?g)(?![\w.-])/gi)].map(([path]) => path),
  )
  return [...new Set(found)].filter((path) => !faultOfImage(path)).sort()
}
