import { type Diagnostic, failure, type Outcome } from '../diagnostic.js'
import { nearest } from '../nearest.js'
import { parseTemplate } from './front-matter.js'
import type { Template, TemplateLibrary } from './types.js'

/** Finds and reads a template of the library. Fails with `template/unknown` and the nearest id. */
export function findTemplate(library: TemplateLibrary, id: string): Outcome<Template> {
  const entry = library.templates.get(id)
  if (entry) return parseTemplate(entry.file)
  return failure(unknownEntry('template', id, [...library.templates.keys()]))
}

/** What to say of a name that a library does not have. */
export function unknownEntry(kind: 'template' | 'layout' | 'theme', id: string, known: string[]): Diagnostic {
  const guess = nearest(id, known)
  return {
    severity: 'error',
    code: `${kind}/unknown`,
    message: `no ${kind} \`${id}\``,
    hints: [...(guess ? [`did you mean \`${guess}\`?`] : []), `there are: ${known.sort().join(', ')}`],
  }
}
