import { isElement, saidIn, type TaggedElement } from './read-tagged.js'

const withinText = new Set(['Span', 'Link', 'Reference', 'Note'])

/**
 * The structure as lines, one per element, indented by depth, with what is said of those that hold text alone.
 * It does not depend on where lines and pages end.
 */
export function outlineOf(element: TaggedElement, depth = 0): string[] {
  const kids = element.kids.filter(isElement)
  return [lineOf(element, depth), ...kids.flatMap((kid) => outlineOf(kid, depth + 1))]
}

/**
 * The same without what stands within a line, and with rows and items that are made alike counted: what is expected of a
 * whole brief, which should not change with every word of its casebook.
 */
export function abridgedOutline(element: TaggedElement, depth = 0): string[] {
  const line = lineOf(element, depth)
  const kids = element.kids.filter((kid): kid is TaggedElement => isElement(kid) && !withinText.has(kid.role))
  const counted: { lines: string[]; count: number }[] = []
  for (const kid of kids) {
    const isRepeated = kid.role === 'TR' || kid.role === 'LI' || kid.role === 'TOCI'
    const lines = isRepeated ? [shapeOf(kid, depth + 1)] : abridgedOutline(kid, depth + 1)
    const last = counted.at(-1)
    if (last && isRepeated && last.lines.join() === lines.join()) last.count++
    else counted.push({ lines, count: 1 })
  }
  return [
    line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line,
    ...counted.flatMap(({ lines, count }) => (count > 1 ? lines.map((one) => `${one} × ${count}`) : lines)),
  ]
}

/** `TR: TH (row) TD TD`. */
function shapeOf(element: TaggedElement, depth: number): string {
  const kids = element.kids.filter(isElement).map((kid) => {
    const about = [kid.scope?.toLowerCase(), kid.columns > 1 ? `${kid.columns} columns` : undefined]
    const known = about.filter((one) => one !== undefined)
    return known.length > 0 ? `${kid.role} (${known.join(', ')})` : kid.role
  })
  return `${'  '.repeat(depth)}${element.role}: ${kids.join(' ')}`
}

function lineOf(element: TaggedElement, depth: number): string {
  const kids = element.kids.filter(isElement)
  const isText = kids.every(({ role }) => withinText.has(role)) && kids.length + element.kids.length > 0
  const about = [
    element.scope === undefined ? '' : element.scope.toLowerCase(),
    element.columns > 1 ? `${element.columns} columns` : '',
    element.language ?? '',
    element.alt === undefined ? '' : `“${element.alt}”`,
  ].filter((one) => one !== '')
  const said = element.role !== 'Figure' && isText ? tidy(saidIn(element)) : ''
  return `${'  '.repeat(depth)}${element.role}${about.length > 0 ? ` (${about.join(', ')})` : ''}${said === '' ? '' : `: ${said}`}`
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
