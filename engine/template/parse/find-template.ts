import { type Diagnostic, failure, keptWith, nearest, type Outcome } from '../../base/index.js'
import { inField } from '../../brief/index.js'
import type { Brief } from '../../brief/types.js'
import type { Template, TemplateLibrary } from '../types.js'
import { parseTemplate } from './front-matter.js'

const readTemplate = keptWith(parseTemplate)

/**
 * Finds and reads a template of the library, which knows templates by the names of their files.
 *
 * Fails with `template/unknown` and the nearest id, and with `template/id` for one that says another id than its
 * file's name: briefs name the one, and only the other would be found.
 */
export function findTemplate(library: TemplateLibrary, id: string): Outcome<Template> {
  const entry = library.templates.get(id)
  if (!entry) return failure(unknownEntry('template', id, [...library.templates.keys()]))
  const template = readTemplate(entry.file)
  return template.ok && template.value.id !== id ? failure(otherId(template.value, id)) : template
}

/** The template of a brief; one that there is not is a fault of the brief's. */
export function templateOf(brief: Brief, library: TemplateLibrary): Outcome<Template> {
  const template = findTemplate(library, brief.template)
  if (template.ok) return template
  return failure(...template.diagnostics.map((one) => ({ ...one, at: one.at ?? inField('template') })))
}

function otherId({ id, file }: Template, name: string): Diagnostic {
  const before = file.text.slice(0, Math.max(0, file.text.search(/^id:/m)))
  return {
    severity: 'error',
    code: 'template/id',
    message: `the template says \`id: ${id}\`, and its file is called \`${name}.hbs\``,
    hints: [`write \`id: ${name}\`, or call the file \`${id}.hbs\``],
    at: { file: file.path, line: before.split('\n').length, column: 1 },
  }
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
