import type { Diagnostic } from '../../engine/base/index.js'
import { type BriefFieldKind, briefFieldKinds, briefFields } from '../../engine/brief/index.js'
import type { BriefPlace } from './go-to.js'

/** Where a diagnostic leads: into the open brief, or to a line of a file. */
export type Target = BriefPlace | { type: 'source'; file: string; line?: number }

/** The kinds of fields that the settings of a brief show. */
const kindsInForm: readonly BriefFieldKind[] = ['language', 'size', 'day', 'line']
const inForm: readonly string[] = briefFields.filter((field) => kindsInForm.includes(briefFieldKinds[field]))

/** Where `diagnostic` leads; a section, a parameter and a field are those of the open brief. */
export function placeOf({ at }: Diagnostic): Target | undefined {
  if (!at || 'passage' in at) return undefined
  if ('section' in at) return { type: 'section', id: at.section }
  if ('parameter' in at) return { type: 'field', name: `parameter:${at.parameter}` }
  if ('field' in at) return inForm.includes(at.field) ? { type: 'field', name: at.field } : undefined
  return { type: 'source', file: at.file, line: at.line }
}

/** A place in words, as the list of problems shows it. */
export function describePlace(
  target: Target | undefined,
  say: { line(line: number): string; section: string },
  titleOf: (sectionId: string) => string,
): string {
  if (!target) return ''
  if (target.type === 'source')
    return target.line === undefined ? target.file : `${target.file}, ${say.line(target.line)}`
  if (target.type === 'section') return titleOf(target.id)
  return target.name.replace(/^parameter:/, '')
}
