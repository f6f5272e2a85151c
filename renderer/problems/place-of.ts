import type { Diagnostic, Place } from '../../engine/base/index.js'
import type { Template } from '../../engine/template/types.js'
import type { BriefPlace } from './go-to.js'

/** Where a diagnostic leads: into the open brief, or to a line of a file. */
export type Target = BriefPlace | { type: 'source'; file: string; line: number }

const briefFields = [
  'language',
  'size',
  'asOf',
  'issued',
  'title',
  'marking',
  'caveat',
  'reference',
  'from',
  'to',
  'through',
  'cc',
  'contact',
]

/**
 * Finds the place of `diagnostic`. The engine calls a section's text `narrative/<id>`; what it says of the brief
 * itself names the parameter or field between backticks.
 */
export function placeOf(
  diagnostic: Diagnostic,
  open?: { file: string; template: Template | undefined },
): Target | undefined {
  const { at } = diagnostic
  const section = at && sectionOf(at)
  if (section) return { type: 'section', id: section }
  const isOfBrief = !at || at.file === open?.file || diagnostic.code.startsWith('brief/')
  if (open && isOfBrief) {
    const named = new Set([...diagnostic.message.matchAll(/`([^`]+)`/g)].map((match) => match[1]))
    const parameter = open.template?.parameters.find(({ name }) => named.has(name))
    if (parameter) return { type: 'field', name: `parameter:${parameter.name}` }
    const slot = open.template?.sections.find(({ id }) => named.has(id))
    if (slot) return { type: 'section', id: slot.id }
    const field = briefFields.find((name) => named.has(name))
    if (field) return { type: 'field', name: field }
  }
  return at && { type: 'source', file: at.file, line: at.line }
}

/** The section of the open brief whose text `place` is in. */
export function sectionOf(place: Place): string | undefined {
  return /^narrative\/(.+)$/.exec(place.file)?.[1]
}

/** A place in words, as the list of problems shows it. */
export function describePlace(
  target: Target | undefined,
  say: { line(line: number): string; section: string },
  titleOf: (sectionId: string) => string,
): string {
  if (!target) return ''
  if (target.type === 'source') return `${target.file}, ${say.line(target.line)}`
  if (target.type === 'section') return titleOf(target.id)
  return target.name.replace(/^parameter:/, '')
}
