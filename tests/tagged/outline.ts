import { isElement, saidIn, type TaggedElement } from './read-tagged.js'

const withinText = new Set(['Span', 'Link', 'Reference', 'Note'])

/**
 * The structure as lines, one per element, indented by depth, with what is said of those that hold text alone.
 * It does not depend on where lines and pages end.
 */
export function outlineOf(element: TaggedElement, depth = 0): string[] {
  const kids = element.kids.filter(isElement)
  const isText = kids.every(({ role }) => withinText.has(role)) && kids.length + element.kids.length > 0
  const about = [
    element.scope === undefined ? '' : element.scope.toLowerCase(),
    element.columns > 1 ? `${element.columns} columns` : '',
    element.language ?? '',
    element.alt === undefined ? '' : `“${element.alt}”`,
  ].filter((one) => one !== '')
  const said = element.role !== 'Figure' && isText ? tidy(saidIn(element)) : ''
  const line = `${'  '.repeat(depth)}${element.role}${about.length > 0 ? ` (${about.join(', ')})` : ''}${said === '' ? '' : `: ${said}`}`
  return [line, ...kids.flatMap((kid) => outlineOf(kid, depth + 1))]
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
