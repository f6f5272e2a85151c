import { type Diagnostic, keptWith, nearest, type SourceFile, startOf } from '../../base/index.js'
import type { Template, TemplateLibrary } from '../types.js'
import { type Part, parsePart } from './front-matter.js'

/** The layout and partials that a template can call, with their front matter read. */
export interface PartLibrary {
  layout?: LibraryPart
  partials: ReadonlyMap<string, LibraryPart>
}

/** What is wrong with the front matter of one that is called is the concern of who calls it. */
export interface LibraryPart extends Part {
  faults: Diagnostic[]
}

/** A layout or partial with its front matter read. */
export const readPart = keptWith((file: SourceFile): LibraryPart => {
  const { part, diagnostics } = parsePart(file)
  return { ...part, faults: diagnostics }
})

/** Reads the layout of a template and the partials of its library. Fails with `layout/unknown`. */
export function readParts(
  library: TemplateLibrary,
  template: Template,
): { parts: PartLibrary; diagnostics: Diagnostic[] } {
  const partials = new Map([...library.partials].map(([name, entry]) => [name, readPart(entry.file)]))
  if (template.layout === undefined) return { parts: { partials }, diagnostics: [] }
  const entry = library.layouts.get(template.layout)
  if (entry) return { parts: { partials, layout: readPart(entry.file) }, diagnostics: [] }
  const guess = nearest(template.layout, library.layouts.keys())
  return {
    parts: { partials },
    diagnostics: [
      {
        severity: 'error',
        code: 'layout/unknown',
        message: `no layout \`${template.layout}\``,
        hints: guess ? [`did you mean \`${guess}\`?`] : [],
        at: startOf(template.file.path),
      },
    ],
  }
}
